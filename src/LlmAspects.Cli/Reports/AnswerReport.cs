using LlmAspects.Components;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Reports;

/// <summary>One question and how its answer came about.</summary>
internal sealed record AnswerReport
{
    public required string Question { get; init; }

    /// <summary>Whether the first model failed on purpose.</summary>
    public bool FaultInjected { get; init; }

    public required bool Answered { get; init; }

    public required string Answer { get; init; }

    public IReadOnlyList<CitationReport> Citations { get; init; } = [];

    /// <summary>Citations that did not stand in the documents and were removed.</summary>
    public int RejectedCitations { get; init; }

    /// <summary>The model that really answered.</summary>
    public string? Model { get; init; }

    public bool FromCache { get; init; }

    public IReadOnlyList<AttemptReport> Attempts { get; init; } = [];

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    /// <summary>US dollars; <see langword="null"/> when a price is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the model runs in this process: its cost of 0 is shown as "local".</summary>
    public bool Local { get; init; }

    public double? Groundedness { get; init; }

    public string? GroundednessReason { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The panel that answered; <see langword="null"/> without one.</summary>
    public PanelReport? Panel { get; init; }

    /// <summary>The workflow that answered; <see langword="null"/> when the question was not divided.</summary>
    public WorkflowReport? Workflow { get; init; }

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public TraceNode? Trace { get; init; }
}
