namespace LlmAspects.Components.Chunking;

/// <summary>Which seam a piece prefers to end at when more text follows than it can hold.</summary>
internal enum SeamRule
{
    /// <summary>The last block, else the last line, sentence, word. A section always ends the piece.</summary>
    StrongestFirst,

    /// <summary>The last section or block, else the last line, sentence, word.</summary>
    Paragraph,

    /// <summary>The last sentence, line or block, whichever comes last, else the last word.</summary>
    Sentence,

    /// <summary>The cap.</summary>
    CodeUnit,
}
