namespace LlmAspects.Components.Models;

/// <summary>What an embedded extractive model selects sentences by. All of them read the same sentences and decide by the same rule whether the documents answer at all, so they err together.</summary>
public enum ExtractiveSelection
{
    /// <summary>The question's concepts that a sentence holds, rare ones more, and whether it is about them. The default.</summary>
    Concepts,

    /// <summary>How similar a sentence is, by the cosine of its TF-IDF terms, to the other retrieved sentences and to the question.</summary>
    Centrality,

    /// <summary>How many of the question's words a sentence covers, each alike, and how early it stands.</summary>
    Coverage,
}
