namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>What the command line of <c>eval ensemble</c> said.</summary>
internal sealed record EnsembleEvalOptions
{
    /// <summary>The file that is cross-validated.</summary>
    public required string Data { get; init; }

    /// <summary>Into how many parts the file is divided.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often it is divided anew, with the seeds 1, 2 and so on.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;
}
