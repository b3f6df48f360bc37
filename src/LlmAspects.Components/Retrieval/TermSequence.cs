using LlmAspects.Components.Text;

namespace LlmAspects.Components.Retrieval;

/// <summary>The terms of a piece in order, by their numbers in the index.</summary>
internal sealed class TermSequence
{
    /// <summary>Stands between text and headings: no pair crosses it.</summary>
    public const int Gap = int.MinValue;

    // What a stop word becomes.
    private const int NoTerm = Gap;

    /// <summary>Longer words are rare.</summary>
    private const int LongestKept = 32;

    // A word or a part of an identifier is its number; a whole identifier, which makes no pairs, is the complement.
    private readonly int[] _items;

    private TermSequence(int[] items)
    {
        _items = items;
        Count = items.Length - items.AsSpan().Count(Gap);
    }

    /// <summary>The number of terms, repetitions included.</summary>
    public int Count { get; }

    /// <summary>The numbers in order, with the <see cref="Gap"/>; <see cref="TermOf"/> reads one.</summary>
    public ReadOnlySpan<int> Items => _items;

    /// <summary>The pairs of different words that follow one another, in order and with their repetitions.</summary>
    public PairEnumerator Pairs => new(_items);

    public static TermSequence Read(ReadOnlySpan<char> text, string? headings, RetrievalLanguage language, IndexGeneration index)
    {
        var writer = new Writer(index, new List<int>(text.Length / 8));
        Read(text, language, ref writer);
        if (headings is not null)
        {
            writer.Items.Add(Gap);
            Read(headings, language, ref writer);
        }

        return new TermSequence([.. writer.Items]);
    }

    /// <summary>The terms in ascending order, each once.</summary>
    public int[] DistinctTerms()
    {
        int[] terms = new int[Count];
        int count = 0;
        foreach (int item in _items)
        {
            if (item != Gap)
            {
                terms[count++] = TermOf(item);
            }
        }

        return Distinct(terms);
    }

    /// <summary>The pairs of different words that follow one another, in ascending order, each once.</summary>
    public ulong[] DistinctPairs()
    {
        var pairs = new List<ulong>(_items.Length);
        foreach (ulong pair in Pairs)
        {
            pairs.Add(pair);
        }

        return Distinct(pairs.ToArray());
    }

    /// <summary>The term of an item that is no <see cref="Gap"/>.</summary>
    public static int TermOf(int item) => item >= 0 ? item : ~item;

    /// <summary>The key of two words that follow one another.</summary>
    public static ulong PairOf(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    /// <summary>The same terms by other numbers.</summary>
    public TermSequence Renumbered(Func<int, int> number) =>
        new([.. _items.Select(item => item == Gap ? Gap : item >= 0 ? number(item) : ~number(~item))]);

    private static T[] Distinct<T>(T[] values)
        where T : struct, IEquatable<T>
    {
        Array.Sort(values);
        int count = 0;
        foreach (T value in values)
        {
            if (count == 0 || !values[count - 1].Equals(value))
            {
                values[count++] = value;
            }
        }

        return values[..count];
    }

    private static void Read(ReadOnlySpan<char> text, RetrievalLanguage language, ref Writer writer)
    {
        Span<char> buffer = stackalloc char[TextAnalyzer.MaxTermLength];
        foreach (TextRange word in new WordTokenizer(text))
        {
            ReadOnlySpan<char> value = word.In(text);
            if (writer.TryRepeat(value))
            {
                continue;
            }

            int before = writer.Items.Count;
            TextAnalyzer.Analyze(value, word, buffer, ref writer, language);
            writer.Learn(value, before);
        }
    }

    /// <summary>Goes through pairs of words. A whole identifier makes none, and its parts follow.</summary>
    internal ref struct PairEnumerator(ReadOnlySpan<int> items)
    {
        private readonly ReadOnlySpan<int> _items = items;
        private int _next;
        private int _before = -1;

        public ulong Current { get; private set; }

        public readonly PairEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _items.Length)
            {
                int item = _items[_next++];
                int before = _before;
                _before = item >= 0 || item == Gap ? item : before;
                if (item >= 0 && before >= 0 && item != before)
                {
                    Current = PairOf(before, item);
                    return true;
                }
            }

            return false;
        }
    }

    private readonly struct Writer(IndexGeneration index, List<int> items) : ITermSink
    {
        public List<int> Items { get; } = items;

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind)
        {
            int ordinal = index.GetOrAdd(term).Ordinal;
            Items.Add(kind == TermKind.Identifier ? ~ordinal : ordinal);
        }

        /// <summary>Adds what the word became before, if that is known.</summary>
        public bool TryRepeat(ReadOnlySpan<char> word)
        {
            if (!index.Words.TryGet(word, out int item))
            {
                return false;
            }

            if (item != NoTerm)
            {
                Items.Add(item);
            }

            return true;
        }

        /// <summary>Keeps what a word became, if that is one term or none.</summary>
        public void Learn(ReadOnlySpan<char> word, int before)
        {
            if (word.Length <= LongestKept && Items.Count - before <= 1)
            {
                index.Words.Keep(word, Items.Count == before ? NoTerm : Items[^1], index.TermCount);
            }
        }
    }
}
