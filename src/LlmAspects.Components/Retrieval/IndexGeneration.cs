using System.Collections.Concurrent;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// The inverted index of one tenant until it is compacted. One writer at a time; readers never wait and see whole documents: what a
/// writer is adding lies behind the published count.
/// </summary>
/// <param name="version">The version of the index that it goes on from.</param>
internal sealed class IndexGeneration(int version = 0)
{
    private readonly ConcurrentDictionary<string, PostingList> _terms = new(StringComparer.Ordinal);
    private IndexedChunk[] _chunks = new IndexedChunk[16];
    private int _count;
    private int _living;
    private long _termCount;
    private int _version = version;
    private volatile IndexView _view = new([], 0, 0, 0, version);

    /// <summary>What readers may see.</summary>
    public IndexView View => _view;

    public PostingList? Find(string term) => _terms.GetValueOrDefault(term);

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
        _view = new IndexView(_chunks, _count, _living, _termCount, _version);
    }

    private void Remove(IndexedChunk chunk)
    {
        chunk.RemoveFrom(_version + 1);
        foreach (string term in chunk.Terms.Keys)
        {
            _terms[term].NoteRemoval();
        }

        _living--;
        _termCount -= chunk.TermCount;
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
        foreach ((string term, int frequency) in chunk.Terms)
        {
            _terms.GetOrAdd(term, static _ => new PostingList()).Add(new Posting(_count, frequency, chunk.TermCount));
        }

        _count++;
        _living++;
        _termCount += chunk.TermCount;
    }
}
