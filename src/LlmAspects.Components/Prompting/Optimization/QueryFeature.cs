namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What a query lacks, or has too much of.</summary>
public enum QueryFeature
{
    /// <summary>A pronoun stands for something that is not there.</summary>
    UnclearReference,

    /// <summary>It speaks of a text or code that is not there.</summary>
    MissingMaterial,

    /// <summary>It has three words at most and says not what to do with them.</summary>
    Terse,

    /// <summary>Polite phrases stand around the request.</summary>
    Filler,

    /// <summary>It asks for an explanation and no example.</summary>
    NoExample,

    /// <summary>It asks for several things at once.</summary>
    SeveralRequests,

    /// <summary>It says nothing of the length or form of the answer.</summary>
    NoLimit,

    /// <summary>It asks for code or a translation and does not name the language.</summary>
    NoLanguage,
}
