namespace LlmAspects.Components.Caching;

/// <summary>An entry that may be served.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Similarity">How similar its question is; <see langword="null"/> for the same one.</param>
internal sealed record FoundEntry(CacheEntry Entry, double? Similarity = null)
{
    public CachedAnswer ToAnswer() => Entry.ToAnswer(Similarity is null ? CacheOutcome.Hit : CacheOutcome.Similar, Similarity);
}
