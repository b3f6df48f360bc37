namespace LlmAspects.Components.Text;

/// <summary>Takes the terms of a text in order.</summary>
internal interface ITermSink
{
    /// <summary>Takes one term.</summary>
    /// <param name="term">The stem in lower case; valid during the call only.</param>
    /// <param name="word">The word in the text.</param>
    /// <param name="kind">Where the term comes from.</param>
    void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind);
}
