using LlmAspects.Components.Text;

namespace LlmAspects.Components.Retrieval;

/// <summary>The terms of a piece in order, by their numbers in the index.</summary>
internal sealed class TermSequence
{
    /// <summary>Stands between text and headings: no pair crosses it.</summary>
    private const int Gap = int.MinValue;

    // A word or a part of an identifier is its number; a whole identifier, which makes no pairs, is the complement.
    private readonly int[] _items;

    private TermSequence(int[] items)
    {
        _items = items;
        Count = items.Length - items.AsSpan().Count(Gap);
    }

    /// <summary>The number of terms, repetitions included.</summary>
    public int Count { get; }

    public static TermSequence Read(ReadOnlySpan<char> text, string? headings, RetrievalLanguage language, IndexGeneration index)
    {
        var writer = new Writer(index, new List<int>(text.Length / 8));
        TextAnalyzer.Analyze(text, ref writer, language);
        if (headings is not null)
        {
            writer.Items.Add(Gap);
            TextAnalyzer.Analyze(headings, ref writer, language);
        }

        return new TermSequence([.. writer.Items]);
    }

    /// <summary>The terms in ascending order, with their repetitions.</summary>
    public ReadOnlySpan<int> SortedTerms()
    {
        int[] ordinals = new int[Count];
        int count = 0;
        foreach (int item in _items)
        {
            if (item != Gap)
            {
                ordinals[count++] = item >= 0 ? item : ~item;
            }
        }

        ordinals.AsSpan().Sort();
        return ordinals;
    }

    /// <summary>The terms in ascending order, each once.</summary>
    public int[] DistinctTerms()
    {
        ReadOnlySpan<int> sorted = SortedTerms();
        var distinct = new List<int>(sorted.Length);
        foreach (int term in sorted)
        {
            if (distinct.Count == 0 || distinct[^1] != term)
            {
                distinct.Add(term);
            }
        }

        return [.. distinct];
    }

    /// <summary>The pairs of different words that follow one another, in ascending order, with their repetitions.</summary>
    public ReadOnlySpan<ulong> SortedPairs()
    {
        ulong[] pairs = new ulong[_items.Length];
        int count = 0;
        int before = -1;
        foreach (int item in _items)
        {
            if (item >= 0 && before >= 0 && item != before)
            {
                pairs[count++] = PairOf(before, item);
            }

            before = item >= 0 || item == Gap ? item : before;
        }

        Span<ulong> sorted = pairs.AsSpan(0, count);
        sorted.Sort();
        return sorted;
    }

    /// <summary>The key of two words that follow one another.</summary>
    public static ulong PairOf(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    /// <summary>The same terms by other numbers.</summary>
    public TermSequence Renumbered(Func<int, int> number) =>
        new([.. _items.Select(item => item == Gap ? Gap : item >= 0 ? number(item) : ~number(~item))]);

    private readonly struct Writer(IndexGeneration index, List<int> items) : ITermSink
    {
        public List<int> Items { get; } = items;

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind)
        {
            int ordinal = index.GetOrAdd(term).Ordinal;
            Items.Add(kind == TermKind.Identifier ? ~ordinal : ordinal);
        }
    }
}
