namespace LlmAspects.Cli.Evaluation;

/// <summary>How rows are divided to be cross-validated.</summary>
/// <param name="Name">What follows "folds": <c>at random</c> or <c>by task</c>.</param>
/// <param name="Folds">The part of each row, once a seed.</param>
/// <param name="Clusters">What belongs together; <see langword="null"/> when each row stands alone.</param>
internal sealed record Division(string Name, IReadOnlyList<int[]> Folds, IReadOnlyList<string?>? Clusters)
{
    /// <summary>At random; and by group too when there are at least as many groups as folds.</summary>
    /// <param name="groups">What each row belongs to.</param>
    /// <param name="folds">Into how many parts.</param>
    /// <param name="seeds">How often, with the seeds 1, 2 and so on.</param>
    public static IReadOnlyList<Division> Of(IReadOnlyList<string?> groups, int folds, int seeds)
    {
        int[] all = [.. Enumerable.Range(1, seeds)];
        var random = new Division("at random", [.. all.Select(seed => Evaluation.Folds.AtRandom(groups.Count, folds, seed))], Clusters: null);
        return groups.Distinct(StringComparer.Ordinal).Count() < folds
            ? [random]
            : [random, new Division("by task", [.. all.Select(seed => Evaluation.Folds.ByGroup(groups, folds, seed))], groups)];
    }
}
