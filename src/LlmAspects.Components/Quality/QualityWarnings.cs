using LlmAspects.Components.Quality.Code;
using LlmAspects.Components.Quality.PersonalData;

namespace LlmAspects.Components.Quality;

/// <summary>Says in words what a reader should be warned of.</summary>
internal static class QualityWarnings
{
    /// <summary>The warnings about a report without any.</summary>
    /// <param name="report">The report.</param>
    /// <param name="claims">Its statements in order.</param>
    /// <param name="options">Thresholds and the most warnings.</param>
    public static IReadOnlyList<string> For(QualityReport report, IReadOnlyList<ClaimSupport> claims, LlmQualityOptions options)
    {
        List<string> warnings = [.. claims.Select((claim, index) => Warn(claim, index + 1, options.SupportThreshold)).OfType<string>()];
        warnings.AddRange(report.Code.Select(static (code, index) => Warn(code, index + 1)).OfType<string>());
        if (report.Safety.Value < options.SafetyThreshold)
        {
            warnings.Add($"The answer may be unsafe. {report.Safety.Reason}");
        }

        warnings.AddRange(report.PersonalData.CountBy(static span => span.Kind).Select(static kind => $"The answer contains personal or secret data: {PersonalDataScanner.NameOf(kind.Key)} ({kind.Value})."));
        if (warnings.Count > options.MaxWarnings)
        {
            int more = warnings.Count - options.MaxWarnings + 1;
            warnings.RemoveRange(options.MaxWarnings - 1, more);
            warnings.Add($"There are {more} more warnings.");
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

    private static string? Warn(CodeCheck code, int number) => code.IsValid is false ? $"Code block {number} is not well-formed: {code.Reason}" : null;
}
