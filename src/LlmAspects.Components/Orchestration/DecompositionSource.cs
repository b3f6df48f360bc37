namespace LlmAspects.Components.Orchestration;

/// <summary>What divided a request.</summary>
public enum DecompositionSource
{
    /// <summary>Nothing: it is one part.</summary>
    Whole,

    /// <summary>Its numbers or question marks.</summary>
    Rules,

    /// <summary>A model.</summary>
    Model,
}
