namespace LlmAspects.Components.Retrieval;

/// <summary>How words are made comparable. Scripts that write no spaces are cut into pairs of characters in either case.</summary>
public enum RetrievalLanguage
{
    /// <summary>English stop words are left out and words of the letters a to z are stemmed (Porter2). Words of other languages stay as they are.</summary>
    English,

    /// <summary>Words are only folded to lower case: for texts in languages that English rules would harm.</summary>
    Neutral,
}
