using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>What the command line of <c>eval retrieval</c> said.</summary>
internal sealed record RetrievalOptions
{
    /// <summary>The folder with the collection.</summary>
    public required string Data { get; init; }

    /// <summary>What documents are ranked by. The default is by words.</summary>
    public RetrievalStrategy Strategy { get; init; }

    /// <summary>Whether the weight of pairs of words is also chosen by cross-validation.</summary>
    public bool Tune { get; init; }

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;
}
