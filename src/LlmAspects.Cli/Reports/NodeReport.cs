using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Reports;

/// <summary>One part of a divided question.</summary>
internal sealed record NodeReport
{
    public required string Id { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The parts whose results it got.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public required NodeState State { get; init; }

    /// <summary>The model that answered; <see langword="null"/> when none did.</summary>
    public string? Model { get; init; }

    /// <summary>The overall quality, 0 to 1; <see langword="null"/> when it could not be measured.</summary>
    public double? Quality { get; init; }

    /// <summary>The confidence of the panel, 0 to 1; <see langword="null"/> when no panel was asked.</summary>
    public double? Confidence { get; init; }

    /// <summary>The calls, retries included; a panel counts once.</summary>
    public int Calls { get; init; }

    /// <summary>US dollars; <see langword="null"/> when a price is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether it ran in this process.</summary>
    public bool Local { get; init; }

    public double DurationMilliseconds { get; init; }

    public string? Answer { get; init; }

    public IReadOnlyList<CitationReport> Citations { get; init; } = [];
}
