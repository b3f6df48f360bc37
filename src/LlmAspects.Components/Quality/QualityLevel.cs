namespace LlmAspects.Components.Quality;

/// <summary>A score in words.</summary>
public enum QualityLevel
{
    /// <summary>Below 0.3.</summary>
    VeryPoor,

    /// <summary>From 0.3.</summary>
    Poor,

    /// <summary>From 0.5.</summary>
    Fair,

    /// <summary>From 0.7.</summary>
    Good,

    /// <summary>From 0.9.</summary>
    Excellent,
}
