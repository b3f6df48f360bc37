using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Indexing;

/// <summary>What the command line of <c>search</c> said.</summary>
internal sealed record SearchOptions
{
    /// <summary>The words that are searched for.</summary>
    public required string Query { get; init; }

    /// <summary>The file of the index, or the folder that was indexed; <see langword="null"/>: that of the current folder or of one above.</summary>
    public string? Index { get; init; }

    /// <summary>How many hits at most.</summary>
    public int Top { get; init; } = 5;

    /// <summary>What pieces are ranked by. The default is by words.</summary>
    public RetrievalStrategy Strategy { get; init; }

    /// <summary>Which files are searched.</summary>
    public SearchFilter Filter { get; init; } = new([]);

    /// <summary>Whether the hits are JSON on standard output.</summary>
    public bool Json { get; init; }
}
