namespace LlmAspects.Components.Quality;

/// <summary>Says in words what a reader should be warned of.</summary>
internal static class QualityWarnings
{
    /// <param name="claims">The statements in order.</param>
    /// <param name="threshold">From which score a statement counts as supported.</param>
    /// <param name="limit">The most warnings, at least 1.</param>
    public static IReadOnlyList<string> For(IReadOnlyList<ClaimSupport> claims, double threshold, int limit)
    {
        List<string> warnings = [.. claims.Select((claim, index) => Warn(claim, index + 1, threshold)).OfType<string>()];
        if (warnings.Count > limit)
        {
            int more = warnings.Count - limit + 1;
            warnings.RemoveRange(limit - 1, more);
            warnings.Add($"{more} more statements have a warning.");
        }

        return warnings;
    }

    private static string? Warn(ClaimSupport claim, int number, double threshold) => claim switch
    {
        { Conflict: ClaimConflict.Number } => $"Statement {number} gives a number that its source does not.",
        { Conflict: ClaimConflict.Negation } => $"Statement {number} may say the opposite of its source.",
        { Score: var score } when score < threshold => $"Statement {number} is not supported by the documents.",
        _ => null,
    };
}
