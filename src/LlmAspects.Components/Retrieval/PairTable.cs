namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Where two words follow one another. Open addressing, since there are about as many pairs as words of text. One writer at a time; readers never
/// wait: a slot gets its list before its key, and a larger table is filled before it is published.
/// </summary>
internal sealed class PairTable
{
    private volatile Slot[] _slots = new Slot[64];
    private int _count;

    /// <summary>The occurrences of a pair; <see langword="null"/> when there are none.</summary>
    public PostingList? Find(ulong pair)
    {
        ref Slot slot = ref PlaceOf(_slots, pair);

        // A free slot may just be getting the list of another pair.
        return Volatile.Read(ref slot.Key) == pair ? slot.List : null;
    }

    public PostingList GetOrAdd(ulong pair)
    {
        ref Slot slot = ref PlaceOf(_slots, pair);
        if (slot.List is { } known)
        {
            return known;
        }

        if (++_count > _slots.Length / 4 * 3)
        {
            _slots = Doubled(_slots);
            slot = ref PlaceOf(_slots, pair);
        }

        var list = new PostingList();
        slot.Set(pair, list);
        return list;
    }

    /// <summary>The slot with the key, or the free one that ends its chain.</summary>
    private static ref Slot PlaceOf(Slot[] slots, ulong key)
    {
        int mask = slots.Length - 1;
        int place = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (Volatile.Read(ref slots[place].Key) is var found && found != key && found != 0)
        {
            place = (place + 1) & mask;
        }

        return ref slots[place];
    }

    private static Slot[] Doubled(Slot[] slots)
    {
        var larger = new Slot[slots.Length * 2];
        foreach (Slot slot in slots)
        {
            if (slot.List is { } list)
            {
                PlaceOf(larger, slot.Key).Set(slot.Key, list);
            }
        }

        return larger;
    }

    private struct Slot
    {
        // No pair is 0: the two words of a pair differ.
        public ulong Key;

        public PostingList? List { get; private set; }

        public void Set(ulong key, PostingList list)
        {
            List = list;
            Volatile.Write(ref Key, key);
        }
    }
}
