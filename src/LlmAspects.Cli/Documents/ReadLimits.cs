namespace LlmAspects.Cli.Documents;

/// <summary>How much a folder may hold before the reader leaves the rest out.</summary>
internal sealed record ReadLimits
{
    /// <summary>The largest file in bytes. The default is 5 MB.</summary>
    public long MaxFileBytes { get; init; } = 5_000_000;

    /// <summary>All files together in bytes. The default is 200 MB.</summary>
    public long MaxTotalBytes { get; init; } = 200_000_000;

    /// <summary>The number of files. The default is 10,000.</summary>
    public int MaxFiles { get; init; } = 10_000;

    /// <summary>How many folders deep; files of the folder itself are at depth 0. The default is 32.</summary>
    public int MaxDepth { get; init; } = 32;
}
