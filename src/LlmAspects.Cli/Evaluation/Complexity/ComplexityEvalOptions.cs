namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>What the command line of <c>eval complexity</c> said.</summary>
internal sealed record ComplexityEvalOptions
{
    /// <summary>The files of scored questions.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The cheap models; empty when each file has two models, of which the worse one is cheap.</summary>
    public IReadOnlyList<string> Cheap { get; init; } = [];

    /// <summary>Into how many parts the rows are divided.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often they are divided anew.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Whether the built-in weights are left aside, and weights are learned from the data.</summary>
    public bool Tune { get; init; }

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;
}
