using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Indexing;

/// <summary>What the command line of <c>index</c> said.</summary>
internal sealed record IndexOptions
{
    /// <summary>The folder whose files are indexed.</summary>
    public required string Folder { get; init; }

    /// <summary>The file of the index; <see langword="null"/>: the hidden one in the folder.</summary>
    public string? Index { get; init; }

    /// <summary>Whether vectors are stored from now on; an index that has them keeps them.</summary>
    public bool Vectors { get; init; }

    /// <summary>Whether the summary is JSON on standard output.</summary>
    public bool Json { get; init; }

    /// <summary>What is read at most.</summary>
    public ReadLimits Limits { get; init; } = new();
}
