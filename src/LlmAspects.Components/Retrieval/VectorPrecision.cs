namespace LlmAspects.Components.Retrieval;

/// <summary>How the embeddings of pieces are kept.</summary>
public enum VectorPrecision
{
    /// <summary>As they are, 4 bytes a dimension.</summary>
    Full,

    /// <summary>
    /// Rounded to whole numbers from -127 to 127, 1 byte a dimension, with one factor a vector. The best four times as many pieces as asked for are
    /// found by whole numbers alone and scored again with the query as it is.
    /// </summary>
    Quantized,
}
