namespace LlmAspects.Components.Chunking;

/// <summary>Makes strategies by their kind.</summary>
public static class ChunkingStrategies
{
    /// <summary>Makes a strategy with its defaults.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="markdown">Whether texts are read as Markdown. The default is <see langword="true"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static IChunkingStrategy Create(ChunkingStrategyKind kind, bool markdown = true) => kind switch
    {
        ChunkingStrategyKind.Recursive => new RecursiveChunkingStrategy(markdown),
        ChunkingStrategyKind.Character => new CharacterChunkingStrategy(markdown),
        ChunkingStrategyKind.Sentence => new SentenceChunkingStrategy(markdown),
        ChunkingStrategyKind.Paragraph => new ParagraphChunkingStrategy(markdown),
        ChunkingStrategyKind.LexicalCohesion => new LexicalCohesionChunkingStrategy(markdown: markdown),
        ChunkingStrategyKind.Balanced => new BalancedChunkingStrategy(markdown: markdown),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such strategy."),
    };
}
