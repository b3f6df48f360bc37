namespace LlmAspects.Cli.Indexing;

/// <summary>What a run did to an index.</summary>
internal sealed class IndexChanges
{
    /// <summary>Files that were not in the index.</summary>
    public int Added { get; set; }

    /// <summary>Files whose content, or the way it is stored, is another.</summary>
    public int Changed { get; set; }

    /// <summary>Files that are in the index as they are; nothing was stored for them.</summary>
    public int Unchanged { get; set; }

    /// <summary>Files that are gone, or are not read any more.</summary>
    public int Removed { get; set; }

    /// <summary>Files in the index that could not be read this time; they stay as they were.</summary>
    public int Kept { get; set; }

    /// <summary>The pieces that were stored.</summary>
    public int Pieces { get; set; }

    /// <summary>The files looked at.</summary>
    public int Files => Added + Changed + Unchanged;
}
