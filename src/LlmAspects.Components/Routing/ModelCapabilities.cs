namespace LlmAspects.Components.Routing;

/// <summary>What a model can do beyond text in, text out.</summary>
[Flags]
public enum ModelCapabilities
{
    /// <summary>Text in, text out.</summary>
    None = 0,

    /// <summary>The answer arrives piece by piece.</summary>
    Streaming = 1,

    /// <summary>Tool (function) calls.</summary>
    Tools = 2,

    /// <summary>Output that follows a JSON schema.</summary>
    StructuredOutput = 4,

    /// <summary>Images as input.</summary>
    Vision = 8,

    /// <summary>Sound as input.</summary>
    Audio = 16,

    /// <summary>The model thinks before its first visible token: no limit on time to first token applies.</summary>
    Reasoning = 32,
}
