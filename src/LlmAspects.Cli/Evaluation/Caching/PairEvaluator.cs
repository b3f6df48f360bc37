using LlmAspects.Components.Caching.Semantic;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Scores the semantic tier on pairs of questions: whether the answer of one would serve the other.</summary>
internal sealed class PairEvaluator(CacheEvalOptions options)
{
    private const double WantedPrecision = 0.8;
    private const double JaccardThreshold = 0.85;
    private const string Reference = "overlap of words";

    private static readonly char[] Separators = [.. Enumerable.Range(0, 128).Select(static code => (char)code).Where(static letter => !char.IsLetterOrDigit(letter))];

    public IReadOnlyList<EvalFigure> Evaluate(IReadOnlyList<QuestionPair> pairs, CancellationToken cancellationToken)
    {
        var similarity = new double[pairs.Count];
        for (int i = 0; i < similarity.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var match = QuestionMatch.Of(pairs[i].A, pairs[i].B);
            similarity[i] = match.Obstacle is null ? match.Similarity : -1;
        }

        bool[] jaccard = [.. pairs.Select(static pair => Jaccard(pair.A, pair.B) >= JaccardThreshold)];
        bool[] unlearned = [.. similarity.Select(static value => value >= new SemanticCacheOptions().MinSimilarity - 1e-9)];
        bool[][] learned = [.. Enumerable.Range(1, options.Seeds).Select(seed => CrossValidate(pairs, similarity, Folds.AtRandom(pairs.Count, options.Folds, seed)))];
        return
        [
            .. Figures(pairs, $"threshold learned for precision {WantedPrecision}, {options.Folds} folds, {options.Seeds} seeds", learned, jaccard),
            .. Figures(pairs, "default options", [unlearned], jaccard),
        ];
    }

    // In each part those are hits that reach the threshold of the other parts.
    private static bool[] CrossValidate(IReadOnlyList<QuestionPair> pairs, double[] similarity, int[] fold)
    {
        var hits = new bool[pairs.Count];
        for (int part = 0; part <= fold.Max(); part++)
        {
            double threshold = Learn([.. Enumerable.Range(0, fold.Length).Where(pair => fold[pair] != part)], pairs, similarity);
            foreach (int pair in Enumerable.Range(0, fold.Length).Where(pair => fold[pair] == part))
            {
                hits[pair] = similarity[pair] >= threshold;
            }
        }

        return hits;
    }

    // The least threshold whose hits are precise enough, which finds most.
    private static double Learn(int[] seen, IReadOnlyList<QuestionPair> pairs, double[] similarity)
    {
        double threshold = double.PositiveInfinity;
        (int right, int all) = (0, 0);
        foreach (IGrouping<double, int> same in seen.Where(pair => similarity[pair] > 0).GroupBy(pair => similarity[pair]).OrderByDescending(static group => group.Key))
        {
            right += same.Count(pair => pairs[pair].Duplicate);
            all += same.Count();
            threshold = right >= WantedPrecision * all ? same.Key : threshold;
        }

        return threshold;
    }

    private static IEnumerable<EvalFigure> Figures(IReadOnlyList<QuestionPair> pairs, string what, bool[][] hits, bool[] reference)
    {
        int[] duplicates = [.. Enumerable.Range(0, pairs.Count).Where(pair => pairs[pair].Duplicate)];
        int[] ids = [.. hits.SelectMany(static of => Enumerable.Range(0, of.Length).Where(pair => of[pair]))];
        yield return Figure($"recall, {what}", [.. duplicates.Select(pair => hits.Average(of => of[pair] ? 1.0 : 0.0))], null, duplicates.Average(pair => reference[pair] ? 1.0 : 0.0));
        if (ids.Length > 0)
        {
            double[] right = [.. ids.Select(pair => pairs[pair].Duplicate ? 1.0 : 0.0)];
            double[] rightOfReference = [.. Enumerable.Range(0, pairs.Count).Where(pair => reference[pair]).Select(pair => pairs[pair].Duplicate ? 1.0 : 0.0)];
            yield return Figure($"precision, {what}", right, [.. ids.Select(static id => FormattableString.Invariant($"{id}"))], rightOfReference.Length > 0 ? rightOfReference.Average() : null);
        }
    }

    private static EvalFigure Figure(string metric, double[] values, string?[]? clusters, double? reference)
    {
        var interval = Interval.Of(values, clusters);
        return new EvalFigure("cache-semantic", metric, interval, reference, Reference, values.Length);
    }

    private static double Jaccard(string left, string right)
    {
        HashSet<string> words = WordsOf(left);
        HashSet<string> others = WordsOf(right);
        int shared = words.Count(others.Contains);
        return shared == 0 ? 0 : (double)shared / (words.Count + others.Count - shared);
    }

    private static HashSet<string> WordsOf(string text) => [.. text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
}
