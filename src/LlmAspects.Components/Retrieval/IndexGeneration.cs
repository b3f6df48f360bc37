using System.Collections.Concurrent;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// The inverted index of one tenant until it is compacted. One writer at a time; readers never wait and see whole documents: what a
/// writer is adding lies behind the published count.
/// </summary>
/// <param name="indexPairs">Whether pairs of words are indexed too.</param>
/// <param name="version">The version of the index that it goes on from.</param>
internal sealed class IndexGeneration(bool indexPairs, int version = 0)
{
    private readonly ConcurrentDictionary<string, TermPostings> _terms = new(StringComparer.Ordinal);
    private readonly List<TermPostings> _byOrdinal = [];
    private readonly PairTable _pairs = new();
    private IndexedChunk[] _chunks = new IndexedChunk[16];
    private int _count;
    private int _living;
    private long _termCount;
    private long _neighborTermCount;
    private int _version = version;
    private volatile IndexView _view = new([], 0, 0, 0, 0, version);

    /// <summary>What readers may see.</summary>
    public IndexView View => _view;

    public bool IndexesPairs => indexPairs;

    /// <summary>What words became; for the writer only.</summary>
    public WordMemo Words { get; } = new();

    /// <summary>The terms; for the writer only.</summary>
    public int TermCount => _byOrdinal.Count;

    public TermPostings? Find(ReadOnlySpan<char> term) =>
        _terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out TermPostings? postings) ? postings : null;

    public PostingList? FindPair(int first, int second) => _pairs.Find(TermSequence.PairOf(first, second));

    /// <summary>The term with its number; for the writer only.</summary>
    public TermPostings GetOrAdd(ReadOnlySpan<char> term)
    {
        if (Find(term) is { } known)
        {
            return known;
        }

        var postings = new TermPostings(term.ToString(), _byOrdinal.Count);
        _byOrdinal.Add(postings);
        _terms[postings.Term] = postings;
        return postings;
    }

    /// <summary>Puts pieces in the place of others. Readers see either these or those.</summary>
    public void Replace(IReadOnlyList<IndexedChunk> old, IReadOnlyList<IndexedChunk> chunks)
    {
        foreach (IndexedChunk chunk in old)
        {
            Remove(chunk);
        }

        foreach (IndexedChunk chunk in chunks)
        {
            Append(chunk);
        }

        _version++;
        _view = new IndexView(_chunks, _count, _living, _termCount, _neighborTermCount, _version);
    }

    /// <summary>The pieces of another generation with the numbers of this one, without terms that no piece has any more.</summary>
    public IReadOnlyList<IndexedChunk> Adopt(IReadOnlyList<IndexedChunk> chunks, IndexGeneration other) =>
        [.. chunks.Select(chunk => chunk.With(chunk.Terms.Renumbered(ordinal => GetOrAdd(other._byOrdinal[ordinal].Term).Ordinal)))];

    private void Remove(IndexedChunk chunk)
    {
        chunk.RemoveFrom(_version + 1);
        foreach (int term in chunk.Terms.DistinctTerms())
        {
            _byOrdinal[term].NoteRemoval();
        }

        foreach (ulong pair in indexPairs ? chunk.Terms.DistinctPairs() : [])
        {
            _pairs.GetOrAdd(pair).NoteRemoval();
        }

        _living--;
        _termCount -= chunk.Terms.Count;
        _neighborTermCount -= chunk.Neighbors.TermCount;
    }

    private void Append(IndexedChunk chunk)
    {
        if (_count == _chunks.Length)
        {
            IndexedChunk[] larger = new IndexedChunk[_chunks.Length * 2];
            _chunks.CopyTo(larger, 0);
            _chunks = larger;
        }

        _chunks[_count] = chunk;
        AddPostings(chunk.Terms);
        _count++;
        _living++;
        _termCount += chunk.Terms.Count;
        _neighborTermCount += chunk.Neighbors.TermCount;
    }

    private void AddPostings(TermSequence terms)
    {
        foreach (int item in terms.Items)
        {
            if (item != TermSequence.Gap)
            {
                _byOrdinal[TermSequence.TermOf(item)].NoteOccurrence(_count, terms.Count);
            }
        }

        if (indexPairs)
        {
            foreach (ulong pair in terms.Pairs)
            {
                _pairs.GetOrAdd(pair).NoteOccurrence(_count, terms.Count);
            }
        }
    }
}
