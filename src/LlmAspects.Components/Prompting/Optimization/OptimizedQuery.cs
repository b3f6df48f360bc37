using System.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>A query, what was changed in it and what could be. Immutable; may be reported once to <see cref="QueryOptimizer.ReportQuality"/>.</summary>
public sealed record OptimizedQuery
{
    /// <summary>The query as it came.</summary>
    public required string Original { get; init; }

    /// <summary>The query for the model; the same object as <see cref="Original"/> when nothing was changed.</summary>
    public required string Optimized { get; init; }

    /// <summary>What the query was taken for.</summary>
    public required LlmTask Task { get; init; }

    /// <summary>The changes, in the order of their places. Everything outside them is as it was.</summary>
    public required IReadOnlyList<QueryEdit> Improvements { get; init; }

    /// <summary>What could be done and was not.</summary>
    public required IReadOnlyList<QuerySuggestion> Suggestions { get; init; }

    /// <summary>The probability that the changes are a gain: that of the least certain one; <see langword="null"/> when nothing was changed, or one of the changes has too little evidence.</summary>
    public double? Confidence { get; init; }

    /// <summary>The sum of the gains of the changes, as if they were independent; <see langword="null"/> where <see cref="Confidence"/> is.</summary>
    public GainEstimate? EstimatedGain { get; init; }

    /// <summary>Why nothing was looked for, for example because the text is not English; <see langword="null"/> when the query was read.</summary>
    public string? Abstained { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    internal Trial? Trial { get; init; }

    /// <summary>Takes every change back.</summary>
    /// <returns>The original, code unit by code unit.</returns>
    public string Revert() => Revert(Optimized, Improvements);

    /// <summary>Takes changes back that were kept apart from their query.</summary>
    /// <param name="optimized">The optimized text.</param>
    /// <param name="improvements">All its changes, in the order of their places.</param>
    /// <returns>The original.</returns>
    /// <exception cref="ArgumentException">The changes are not those of the text.</exception>
    public static string Revert(string optimized, IReadOnlyList<QueryEdit> improvements)
    {
        ArgumentNullException.ThrowIfNull(optimized);
        ArgumentNullException.ThrowIfNull(improvements);
        var original = new StringBuilder(optimized.Length);
        int done = 0;
        foreach (QueryEdit edit in improvements)
        {
            if (edit.OptimizedStart < done || edit.OptimizedStart > optimized.Length || !optimized.AsSpan(edit.OptimizedStart).StartsWith(edit.Inserted, StringComparison.Ordinal))
            {
                throw new ArgumentException("The changes do not belong to the text.", nameof(improvements));
            }

            original.Append(optimized, done, edit.OptimizedStart - done).Append(edit.Removed);
            done = edit.OptimizedStart + edit.Inserted.Length;
        }

        return original.Append(optimized, done, optimized.Length - done).ToString();
    }
}
