namespace LlmAspects.Components.Caching;

/// <summary>
/// Implemented by the <see cref="Microsoft.Extensions.AI.AIContent.RawRepresentation"/> of a content whose text differs from call to call
/// although it means the same (a random fence, for example): the cache key takes this text instead.
/// </summary>
public interface ICacheKeyPart
{
    /// <summary>The same text for the same meaning, and for nothing else.</summary>
    string CacheKeyText { get; }
}
