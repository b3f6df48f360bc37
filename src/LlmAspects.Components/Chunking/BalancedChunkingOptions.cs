namespace LlmAspects.Components.Chunking;

/// <summary>How long pieces of <see cref="BalancedChunkingStrategy"/> are.</summary>
public sealed record BalancedChunkingOptions
{
    /// <summary>
    /// The wanted length of a piece, its overlap aside, in parts of <see cref="ChunkingOptions.MaxLength"/> less <see cref="ChunkingOptions.Overlap"/>, from 0.1 to 1.
    /// The default is 0.7: nearer to the cap fewer seams can be chosen from.
    /// </summary>
    public double TargetShare { get; init; } = 0.7;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        if (!(TargetShare >= 0.1 && TargetShare <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(TargetShare), TargetShare, "The share must be from 0.1 to 1.");
        }
    }
}
