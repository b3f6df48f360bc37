namespace LlmAspects.Cli.Evaluation;

/// <summary>Where the figures of an evaluation go.</summary>
/// <param name="Json">Whether they are wanted as JSON.</param>
/// <param name="File">The file for the JSON; <see langword="null"/> for standard output.</param>
internal sealed record FigureOutput(bool Json, string? File)
{
    /// <summary>A table for people and nothing else.</summary>
    public static FigureOutput Table { get; } = new(Json: false, File: null);

    /// <summary>Whether standard output belongs to a program.</summary>
    public bool IsForProgram => Json && File is null;
}
