namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>What the command line of an <c>eval</c> suite that scores one file said.</summary>
internal sealed record SuiteOptions
{
    /// <summary>The suite: <c>quality</c>, <c>safety</c> or <c>tasks</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>The file, or a folder of files.</summary>
    public required string Data { get; init; }

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;

    /// <summary>Where learned weights go as JSON; <see langword="null"/> for nowhere.</summary>
    public string? Weights { get; init; }
}
