using System.Runtime.InteropServices;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Retrieval;

/// <summary>Counts the terms of a text, in the order in which they first occur.</summary>
internal readonly struct TermFrequencies() : ITermSink
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public static IReadOnlyDictionary<string, int> Of(ReadOnlySpan<char> text, string? headings = null)
    {
        var frequencies = new TermFrequencies();
        TextAnalyzer.Analyze(text, ref frequencies);
        TextAnalyzer.Analyze(headings, ref frequencies);
        return frequencies.Counts;
    }

    public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts.GetAlternateLookup<ReadOnlySpan<char>>(), term, out _)++;
}
