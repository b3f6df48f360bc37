namespace LlmAspects.Components;

/// <summary>How a request uses the answer cache.</summary>
public enum CacheMode
{
    /// <summary>Read a stored answer, store a fresh one. The default.</summary>
    ReadWrite,

    /// <summary>Read a stored answer, store nothing.</summary>
    ReadOnly,

    /// <summary>Ask the model, store its answer.</summary>
    Refresh,

    /// <summary>Neither read nor store.</summary>
    Bypass,
}
