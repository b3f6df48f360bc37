using System.Collections.Concurrent;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// The inverted index of one tenant until it is compacted. One writer at a time; readers never wait and see whole documents: what a
/// writer is adding lies behind the published count.
/// </summary>
internal sealed class IndexGeneration
{
    private readonly ConcurrentDictionary<string, PostingList> _terms = new(StringComparer.Ordinal);
    private IndexedChunk[] _chunks = new IndexedChunk[16];
    private int _count;
    private int _living;
    private long _termCount;
    private volatile IndexView _view = new([], 0, 0, 0);

    /// <summary>What readers may see.</summary>
    public IndexView View => _view;

    public PostingList? Find(string term) => _terms.GetValueOrDefault(term);

    /// <summary>Adds the pieces of a document and publishes them together.</summary>
    public void Add(IReadOnlyList<IndexedChunk> chunks)
    {
        foreach (IndexedChunk chunk in chunks)
        {
            Append(chunk);
        }

        Publish();
    }

    public void Remove(IReadOnlyList<IndexedChunk> chunks)
    {
        foreach (IndexedChunk chunk in chunks)
        {
            chunk.Remove();
            foreach (string term in chunk.Terms.Keys)
            {
                _terms[term].NoteRemoval();
            }

            _living--;
            _termCount -= chunk.TermCount;
        }

        Publish();
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

    private void Publish() => _view = new IndexView(_chunks, _count, _living, _termCount);
}
