using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>What one member contributed.</summary>
/// <param name="ModelId">The member.</param>
/// <param name="State">What became of it.</param>
/// <param name="Latency">How long it took until it answered, failed or was given up.</param>
public sealed record MemberContribution(string ModelId, MemberState State, TimeSpan Latency)
{
    /// <summary>What it answered; <see langword="null"/> when it did not.</summary>
    public ChatResponse? Response { get; init; }

    /// <summary>The number of its answer, equal for equal answers; <see langword="null"/> when it had no vote.</summary>
    public int? Cluster { get; init; }

    /// <summary>What its vote weighed; 0 when it had none.</summary>
    public double Weight { get; init; }

    /// <summary>The measured quality, 0 to 1; <see langword="null"/> when it could not be measured.</summary>
    public double? Quality { get; init; }

    /// <summary>The tokens that its provider reported; <see langword="null"/> when it reported none.</summary>
    public UsageDetails? Usage => Response?.Usage;

    /// <summary>The price of the call in US dollars; <see langword="null"/> while it is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why it failed; <see langword="null"/> when it did not.</summary>
    public ErrorCategory? Error { get; init; }

    /// <summary>The name of the exception's type; <see langword="null"/> when it did not fail.</summary>
    public string? ErrorType { get; init; }
}
