using System.Runtime.InteropServices;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>The content words of the units of a text, as numbers.</summary>
internal sealed class UnitTerms
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _terms = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _counts = [];

    /// <summary>The words of all units.</summary>
    public int Count => _terms.Count;

    /// <summary>The words that differ.</summary>
    public int VocabularySize => _numbers.Count;

    /// <summary>How often the most frequent word occurs.</summary>
    public int LargestCount { get; private set; }

    public ReadOnlySpan<int> Of(int unit)
    {
        int start = unit == 0 ? 0 : _ends[unit - 1];
        return CollectionsMarshal.AsSpan(_terms)[start.._ends[unit]];
    }

    /// <summary>Adds the next unit.</summary>
    public void AddUnit(ReadOnlySpan<char> text)
    {
        var sink = new Sink(this);
        TextAnalyzer.Analyze(text, ref sink);
        _ends.Add(_terms.Count);
    }

    private void Add(ReadOnlySpan<char> term)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), term, out bool known);
        if (!known)
        {
            number = _counts.Count;
            _counts.Add(0);
        }

        _terms.Add(number);
        LargestCount = Math.Max(LargestCount, ++CollectionsMarshal.AsSpan(_counts)[number]);
    }

    private readonly struct Sink(UnitTerms terms) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind) => terms.Add(term);
    }
}
