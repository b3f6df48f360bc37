namespace LlmAspects.Components.Retrieval;

/// <summary>
/// What became of words as they were written: a text repeats most of its words, and folding, stemming and looking up cost many times what this look-up does.
/// A table without chains; a word whose place is taken is not kept. It grows with the index, within a limit. For the writer only.
/// </summary>
internal sealed class WordMemo
{
    private const int Smallest = 256;
    private const int Largest = 8_192;

    private Slot[] _slots = new Slot[Smallest];
    private int _place;

    /// <summary>Finds what a word became; <see cref="Keep"/> takes what was not found.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out int item)
    {
        _place = string.GetHashCode(word) & (_slots.Length - 1);
        ref readonly Slot slot = ref _slots[_place];
        item = slot.Item;
        return slot.Word is { } known && word.SequenceEqual(known);
    }

    /// <summary>Keeps what became of the word that was asked for last.</summary>
    /// <param name="word">The word.</param>
    /// <param name="item">What became of it.</param>
    /// <param name="terms">How many terms the index has.</param>
    public void Keep(ReadOnlySpan<char> word, int item, int terms)
    {
        ref Slot slot = ref _slots[_place];
        if (slot.Word is null)
        {
            slot = new Slot(word.ToString(), item);
        }
        else if (terms > _slots.Length && _slots.Length < Largest)
        {
            // What is common comes back soon.
            _slots = new Slot[_slots.Length * 2];
        }
    }

    private readonly record struct Slot(string? Word, int Item);
}
