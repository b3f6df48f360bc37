namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>What the command line of <c>eval routing</c> said.</summary>
internal sealed record RoutingOptions
{
    /// <summary>The file that is cross-validated; <see langword="null"/> with <see cref="Train"/> and <see cref="Test"/>.</summary>
    public string? Data { get; init; }

    /// <summary>The file that the router learns from.</summary>
    public string? Train { get; init; }

    /// <summary>The file that the learned router is scored on.</summary>
    public string? Test { get; init; }

    /// <summary>Into how many parts the file is divided.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often it is divided anew, with the seeds 1, 2 and so on.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>With two models, which part of the questions the better one gets; <see langword="null"/> leaves the choice to the router.</summary>
    public double? StrongShare { get; init; }

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;
}
