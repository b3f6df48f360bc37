namespace LlmAspects.Components.Caching;

/// <summary>Where an answer came from.</summary>
public enum CacheOutcome
{
    /// <summary>The caller's own call made it.</summary>
    Miss,

    /// <summary>It was stored.</summary>
    Hit,

    /// <summary>Another caller's call under way made it.</summary>
    Joined,

    /// <summary>It was stored for a question that asks for the same in other words; see <see cref="LlmCacheOptions.Semantic"/>.</summary>
    Similar,
}
