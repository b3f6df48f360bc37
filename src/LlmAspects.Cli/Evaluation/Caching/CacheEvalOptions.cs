namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>What the command line of <c>eval cache</c> said.</summary>
internal sealed record CacheEvalOptions
{
    /// <summary>Pairs of questions or a trace of keys; <see langword="null"/> for generated traces.</summary>
    public string? Data { get; init; }

    /// <summary>Into how many parts the pairs are divided.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often they are divided anew, with the seeds 1, 2 and so on; and how often a trace is run, with other keys each time.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>How many entries the caches of a trace have.</summary>
    public IReadOnlyList<int> Slots { get; init; } = [];

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;
}
