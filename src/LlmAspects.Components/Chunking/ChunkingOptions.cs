namespace LlmAspects.Components.Chunking;

/// <summary>How large pieces are.</summary>
public sealed record ChunkingOptions
{
    /// <summary>The hard cap of a piece in UTF-16 code units, at least 16. The default is 800.</summary>
    public int MaxLength { get; init; } = 800;

    /// <summary>How many code units a piece repeats of the one before, from 0 to half of <see cref="MaxLength"/>. The default is 0: overlap costs precision in retrieval.</summary>
    public int Overlap { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 16);
        ArgumentOutOfRangeException.ThrowIfNegative(Overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Overlap, MaxLength / 2);
    }
}
