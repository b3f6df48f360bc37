using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>What the failover handler did for one request. Immutable.</summary>
/// <param name="Attempts">The attempts in order.</param>
/// <param name="Skipped">The candidates that were passed over.</param>
/// <param name="ServedModelId">The model that answered; <see langword="null"/> when none did.</param>
/// <param name="Stop">Why it ended.</param>
public sealed record FailoverReport(
    ImmutableArray<FailoverAttempt> Attempts,
    ImmutableArray<FailoverSkip> Skipped,
    string? ServedModelId,
    FailoverStop Stop)
{
    /// <summary>Whether another model than the first attempted one answered.</summary>
    public bool FellBack => ServedModelId is not null && ServedModelId != Attempts[0].ModelId;

    /// <summary>What the providers reported over all attempts; <see langword="null"/> when they reported nothing.</summary>
    public UsageDetails? Usage
    {
        get
        {
            UsageDetails? sum = null;
            foreach (FailoverAttempt attempt in Attempts)
            {
                if (attempt.Usage is { } usage)
                {
                    (sum ??= new UsageDetails()).Add(usage);
                }
            }

            return sum;
        }
    }

    /// <summary>The share of the attempt that answered; <see langword="null"/> when none did, or its provider reported nothing.</summary>
    public UsageDetails? ServedUsage => ServedModelId is null ? null : Attempts[^1].Usage;

    /// <summary>The report as decisions, one for each attempt and each skipped candidate.</summary>
    public IReadOnlyList<Decision> Explain() =>
    [
        .. Skipped.Select(skip => new Decision("llm_failover_handler", $"skip {skip.ModelId}", $"Not called: {skip.Reason}.")),
        .. Attempts.Select(attempt => new Decision(
            "llm_failover_handler",
            attempt.ModelId,
            attempt.Error is { } error
                ? $"Attempt {attempt.Number} failed ({error.Category}), followed by {attempt.FollowedBy}."
                : $"Attempt {attempt.Number} answered.")),
    ];
}
