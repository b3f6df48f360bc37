namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Where two words follow one another. Open addressing, since there are about as many pairs as words of text. One writer at a time; readers never
/// wait: a slot gets its list before its key, and a larger table is filled before it is published.
/// </summary>
internal sealed class PairTable
{
    private volatile Slots _slots = new(64);
    private int _count;

    /// <summary>The occurrences of a pair; <see langword="null"/> when there are none.</summary>
    public PostingList? Find(ulong pair)
    {
        Slots slots = _slots;
        int place = slots.PlaceOf(pair);

        // A free slot may just be getting the list of another pair.
        return slots.Keys[place] == pair ? slots.Lists[place] : null;
    }

    public PostingList GetOrAdd(ulong pair)
    {
        Slots slots = _slots;
        int place = slots.PlaceOf(pair);
        if (slots.Lists[place] is { } known)
        {
            return known;
        }

        if (++_count > slots.Keys.Length / 4 * 3)
        {
            slots = slots.Doubled();
            _slots = slots;
            place = slots.PlaceOf(pair);
        }

        var list = new PostingList();
        slots.Set(place, pair, list);
        return list;
    }

    // No pair is 0: the two words of a pair differ.
    private sealed class Slots(int length)
    {
        public ulong[] Keys { get; } = new ulong[length];

        public PostingList?[] Lists { get; } = new PostingList?[length];

        /// <summary>The slot with the key, or the free one that ends its chain.</summary>
        public int PlaceOf(ulong key)
        {
            int mask = Keys.Length - 1;
            int place = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
            while (Volatile.Read(ref Keys[place]) is var found && found != key && found != 0)
            {
                place = (place + 1) & mask;
            }

            return place;
        }

        public void Set(int place, ulong key, PostingList list)
        {
            Lists[place] = list;
            Volatile.Write(ref Keys[place], key);
        }

        public Slots Doubled()
        {
            var larger = new Slots(Keys.Length * 2);
            for (int i = 0; i < Keys.Length; i++)
            {
                if (Lists[i] is { } list)
                {
                    larger.Set(larger.PlaceOf(Keys[i]), Keys[i], list);
                }
            }

            return larger;
        }
    }
}
