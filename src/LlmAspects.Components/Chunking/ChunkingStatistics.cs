namespace LlmAspects.Components.Chunking;

/// <summary>What a chunker has done since it was created.</summary>
/// <param name="Texts">The texts that were cut.</param>
/// <param name="Chunks">The pieces that came out.</param>
/// <param name="CodeUnits">The UTF-16 code units of all texts.</param>
public sealed record ChunkingStatistics(long Texts, long Chunks, long CodeUnits)
{
    /// <summary>The mean length of a piece in code units; <see langword="null"/> before the first one. Overlap is not counted.</summary>
    public double? MeanLength => Chunks == 0 ? null : (double)CodeUnits / Chunks;
}
