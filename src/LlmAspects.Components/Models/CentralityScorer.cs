namespace LlmAspects.Components.Models;

/// <summary>
/// Scores sentences by the cosine of TF-IDF terms: with the question, and on average with the other sentences; each as a share of the highest one.
/// </summary>
internal sealed class CentralityScorer : ISentenceScorer
{
    public IEnumerable<ScoredSentence> Score(string request, IReadOnlyList<SourceSentence> sentences)
    {
        TermVectors vectors = TermVectors.Of(sentences);
        double[] central = ShareOfHighest([.. Enumerable.Range(0, sentences.Count).Select(vectors.MeanCosineWithOthers)]);
        double[] asked = ShareOfHighest(vectors.CosinesWith(request));
        return new QuestionScorer(request, sentences).Score(sentences)
            .Select((scored, place) => scored with { Score = central[place] + asked[place] });
    }

    private static double[] ShareOfHighest(double[] values)
    {
        double highest = values.DefaultIfEmpty().Max();
        return highest > 0 ? Array.ConvertAll(values, value => value / highest) : values;
    }
}
