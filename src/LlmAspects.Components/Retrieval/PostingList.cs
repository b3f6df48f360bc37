using System.Runtime.InteropServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>Where a term occurs, in the order of the pieces. One writer at a time, readers never wait.</summary>
internal class PostingList
{
    /// <summary>Shorter lists are scored as fast without a cache.</summary>
    private const int MinCached = 16;

    private Posting _first;
    private volatile Posting[]? _items;
    private volatile int _count;
    private volatile int _living;
    private volatile int _askedVersion = -1;
    private volatile TermImpacts? _impacts;

    /// <summary>The pieces with the term that are not removed.</summary>
    public int DocumentFrequency => _living;

    /// <summary>All occurrences, those in removed pieces too.</summary>
    public ReadOnlySpan<Posting> Items
    {
        get
        {
            // The count first: what is read after it holds at least so many. Most pairs of words occur once and need no array.
            int count = _count;
            Posting[]? items = _items;
            return items is null ? MemoryMarshal.CreateReadOnlySpan(ref _first, count) : items.AsSpan(0, count);
        }
    }

    /// <summary>Counts an occurrence in a piece, which is the last one or a further one. Readers pass over a piece until it is published.</summary>
    /// <param name="chunk">The number of the piece.</param>
    /// <param name="length">The number of its terms.</param>
    public void NoteOccurrence(int chunk, int length)
    {
        int count = _count;
        if (count > 0)
        {
            ref Posting last = ref _items is { } items ? ref items[count - 1] : ref _first;
            if (last.Chunk == chunk)
            {
                last = last with { Frequency = last.Frequency + 1 };
                return;
            }
        }

        Add(new Posting(chunk, 1, length));
    }

    public void NoteRemoval() => _living = _living - 1;

    private void Add(Posting posting)
    {
        if (_count == 0)
        {
            _first = posting;
        }
        else
        {
            Posting[] items = Grown();
            items[_count] = posting;
            _items = items;
        }

        _count = _count + 1;
        _living = _living + 1;
    }

    /// <summary>
    /// What the occurrences that a view holds add to the scores, apart from the weight of the term. They are computed and kept when the same view
    /// asks again: an index that changes between two queries would only lose by it.
    /// </summary>
    /// <returns>The occurrences of the view, or <see langword="null"/>: compute it.</returns>
    public TermImpacts.Impact[]? FindImpacts(IndexView view, RetrieverOptions options)
    {
        if (_impacts is { } known && known.Version == view.Version)
        {
            return known.Items;
        }

        if (_askedVersion != view.Version || _count < MinCached)
        {
            _askedVersion = view.Version;
            return null;
        }

        var impacts = TermImpacts.Of(Items, view, options);
        _impacts = impacts;
        return impacts.Items;
    }

    private Posting[] Grown()
    {
        Posting[]? items = _items;
        if (items is not null && _count < items.Length)
        {
            return items;
        }

        Posting[] larger = new Posting[Math.Max(4, _count * 2)];
        Items.CopyTo(larger);
        return larger;
    }
}
