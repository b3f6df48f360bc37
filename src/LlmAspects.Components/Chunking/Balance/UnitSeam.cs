namespace LlmAspects.Components.Chunking.Balance;

/// <summary>What a unit of text begins with, strongest first.</summary>
internal enum UnitSeam
{
    /// <summary>A part under a heading.</summary>
    Section,

    /// <summary>A paragraph, list, table or code fence.</summary>
    Block,

    /// <summary>A list item; in plain text a line.</summary>
    Line,

    /// <summary>A table row or a line of code of a block that does not fit into a piece.</summary>
    Row,

    /// <summary>A sentence.</summary>
    Sentence,
}
