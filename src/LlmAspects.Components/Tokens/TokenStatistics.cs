using System.Collections.Immutable;

namespace LlmAspects.Components.Tokens;

/// <summary>What was recorded so far.</summary>
/// <param name="Total">Everything since the counter was made.</param>
/// <param name="ByModel">The same by model id.</param>
/// <param name="ByDay">The same by day (UTC), the days that are kept.</param>
public sealed record TokenStatistics(
    UsageTotals Total,
    ImmutableSortedDictionary<string, UsageTotals> ByModel,
    ImmutableSortedDictionary<DateOnly, UsageTotals> ByDay);
