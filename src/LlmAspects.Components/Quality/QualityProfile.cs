namespace LlmAspects.Components.Quality;

/// <summary>For what kind of answer the parts of the overall score are weighted.</summary>
public enum QualityProfile
{
    /// <summary>Any answer. The default.</summary>
    General,

    /// <summary>Source code.</summary>
    Code,

    /// <summary>Facts, usually from documents.</summary>
    Factual,

    /// <summary>A new text.</summary>
    Creative,
}
