namespace LlmAspects.Components.Retrieval;

/// <summary>Where a word occurs.</summary>
/// <param name="term">The word as it is compared.</param>
/// <param name="ordinal">Its number in the index, from 0.</param>
internal sealed class TermPostings(string term, int ordinal) : PostingList
{
    public string Term { get; } = term;

    public int Ordinal { get; } = ordinal;
}
