namespace LlmAspects.Components.Orchestration;

/// <summary>A step that has ended, as it is kept: with its answer.</summary>
/// <param name="Step">The id of the node; what begins with a colon is a step of the orchestrator itself.</param>
/// <param name="DefinitionHash">The hash of what was to be done.</param>
/// <param name="Text">The answer.</param>
public sealed record NodeCheckpoint(string Step, string DefinitionHash, string Text)
{
    /// <summary>Whether the fallback answered. The default is <see langword="false"/>.</summary>
    public bool FellBack { get; init; }

    /// <summary>The model that answered; <see langword="null"/> when it gave no name.</summary>
    public string? ModelId { get; init; }

    /// <summary>The measured quality, 0 to 1; <see langword="null"/> when it was not measured.</summary>
    public double? Quality { get; init; }

    /// <summary>The confidence of the panel, 0 to 1; <see langword="null"/> without a panel.</summary>
    public double? Confidence { get; init; }

    /// <summary>What it cost, in US dollars; <see langword="null"/> when that is not known.</summary>
    public decimal? Cost { get; init; }
}
