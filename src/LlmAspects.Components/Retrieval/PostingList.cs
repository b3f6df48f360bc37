namespace LlmAspects.Components.Retrieval;

/// <summary>Where a term occurs, in the order of the pieces. One writer at a time, readers never wait.</summary>
internal sealed class PostingList
{
    private volatile Posting[] _items = new Posting[2];
    private volatile int _count;
    private volatile int _living;

    /// <summary>The pieces with the term that are not removed.</summary>
    public int DocumentFrequency => _living;

    /// <summary>All occurrences, those in removed pieces too.</summary>
    public ReadOnlySpan<Posting> Items
    {
        get
        {
            // The count first: the array read after it holds at least so many.
            int count = _count;
            return _items.AsSpan(0, count);
        }
    }

    public void Add(Posting posting)
    {
        if (_count == _items.Length)
        {
            Posting[] larger = new Posting[_items.Length * 2];
            _items.AsSpan().CopyTo(larger);
            _items = larger;
        }

        _items[_count] = posting;
        _count = _count + 1;
        _living = _living + 1;
    }

    public void NoteRemoval() => _living = _living - 1;
}
