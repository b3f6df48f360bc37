namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>The measures of a ranking as trec_eval computes them (https://github.com/usnistgov/trec_eval).</summary>
internal static class RankingMeasures
{
    /// <summary>The order of trec_eval: by score in single precision, and equal scores by the document's id, both from the end.</summary>
    public static string[] Order(IEnumerable<(string Document, double Score)> found) =>
        [.. found.OrderByDescending(static one => (float)one.Score).ThenByDescending(static one => one.Document, StringComparer.Ordinal).Select(static one => one.Document)];

    /// <summary>The gain of the first documents, each divided by log2(rank + 1), in parts of the best that the judgements allow. The gain is the grade.</summary>
    public static double Ndcg(IReadOnlyList<string> ranking, RetrievalTopic topic, int depth)
    {
        double ideal = Discounted(topic.Relevance.Values.OrderDescending(), depth);
        return ideal == 0 ? 0 : Discounted(ranking.Select(document => topic.Relevance.GetValueOrDefault(document)), depth) / ideal;
    }

    /// <summary>The part of the relevant documents that are among the first.</summary>
    public static double Recall(IReadOnlyList<string> ranking, RetrievalTopic topic, int depth) =>
        (double)ranking.Take(depth).Count(document => topic.Relevance.GetValueOrDefault(document) > 0) / topic.Relevant;

    /// <summary>The mean, over the relevant documents, of the precision at their ranks; one that was not found counts as 0.</summary>
    public static double AveragePrecision(IReadOnlyList<string> ranking, RetrievalTopic topic)
    {
        double sum = 0;
        int found = 0;
        for (int rank = 1; rank <= ranking.Count; rank++)
        {
            if (topic.Relevance.GetValueOrDefault(ranking[rank - 1]) > 0)
            {
                found++;
                sum += (double)found / rank;
            }
        }

        return sum / topic.Relevant;
    }

    private static double Discounted(IEnumerable<int> grades, int depth) =>
        grades.Take(depth).Index().Sum(static one => Math.Max(one.Item, 0) / Math.Log2(one.Index + 2));
}
