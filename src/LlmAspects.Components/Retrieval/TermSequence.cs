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
        Count = items.Count(static item => item != Gap);
    }

    /// <summary>The number of terms, repetitions included.</summary>
    public int Count { get; }

    public static TermSequence Read(ReadOnlySpan<char> text, string? headings, RetrievalLanguage language, IndexGeneration index)
    {
        var writer = new Writer(index);
        TextAnalyzer.Analyze(text, ref writer, language);
        if (headings is not null)
        {
            writer.Items.Add(Gap);
            TextAnalyzer.Analyze(headings, ref writer, language);
        }

        return new TermSequence([.. writer.Items]);
    }

    /// <summary>The terms without repetitions, in ascending order, with their frequencies.</summary>
    public IEnumerable<(int Ordinal, int Frequency)> Terms()
    {
        int[] ordinals = [.. _items.Where(static item => item != Gap).Select(Ordinal)];
        Array.Sort(ordinals);
        return Runs(ordinals);
    }

    /// <summary>The pairs of different words that follow one another, with their frequencies.</summary>
    public IEnumerable<(ulong Pair, int Frequency)> Pairs()
    {
        var pairs = new List<ulong>(_items.Length);
        int before = -1;
        foreach (int item in _items)
        {
            if (item >= 0 && before >= 0 && item != before)
            {
                pairs.Add(PairOf(before, item));
            }

            before = item >= 0 || item == Gap ? item : before;
        }

        pairs.Sort();
        return Runs(pairs);
    }

    /// <summary>The key of two words that follow one another.</summary>
    public static ulong PairOf(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    /// <summary>The same terms by other numbers.</summary>
    public TermSequence Renumbered(Func<int, int> number) =>
        new([.. _items.Select(item => item == Gap ? Gap : item >= 0 ? number(item) : ~number(~item))]);

    private static int Ordinal(int item) => item >= 0 ? item : ~item;

    private static IEnumerable<(T Value, int Frequency)> Runs<T>(IReadOnlyList<T> sorted)
        where T : IEquatable<T>
    {
        for (int start = 0; start < sorted.Count;)
        {
            int end = start + 1;
            while (end < sorted.Count && sorted[end].Equals(sorted[start]))
            {
                end++;
            }

            yield return (sorted[start], end - start);
            start = end;
        }
    }

    private readonly struct Writer(IndexGeneration index) : ITermSink
    {
        public List<int> Items { get; } = [];

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind)
        {
            int ordinal = index.GetOrAdd(term).Ordinal;
            Items.Add(kind == TermKind.Identifier ? ~ordinal : ordinal);
        }
    }
}
