namespace LlmAspects.Components.Chunking;

/// <summary>The strategies that need nothing but the text.</summary>
public enum ChunkingStrategyKind
{
    /// <summary><see cref="RecursiveChunkingStrategy"/>: the strongest seam below the cap.</summary>
    Recursive,

    /// <summary><see cref="CharacterChunkingStrategy"/>: the cap itself.</summary>
    Character,

    /// <summary><see cref="SentenceChunkingStrategy"/>: whole sentences.</summary>
    Sentence,

    /// <summary><see cref="ParagraphChunkingStrategy"/>: whole paragraphs.</summary>
    Paragraph,

    /// <summary><see cref="LexicalCohesionChunkingStrategy"/>: whole sentences about one subject.</summary>
    LexicalCohesion,

    /// <summary><see cref="BalancedChunkingStrategy"/>: pieces of about the same length, cut at the strongest seams.</summary>
    Balanced,
}
