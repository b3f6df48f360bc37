using System.Buffers;
using System.Numerics;

namespace LlmAspects.Components.Retrieval;

/// <summary>The best pieces of a view by their scores: a heap with the worst at its top. Equal scores are ordered by document id, then by position.</summary>
internal ref struct TopChunks
{
    private readonly IndexView _view;
    private readonly ReadOnlySpan<double> _scores;
    private readonly int _capacity;
    private int[] _heap;
    private int _count;

    private TopChunks(IndexView view, ReadOnlySpan<double> scores, int capacity)
    {
        _view = view;
        _scores = scores;
        _capacity = capacity;
        _heap = ArrayPool<int>.Shared.Rent(Math.Min(capacity, 64));
    }

    /// <summary>The numbers of the pieces, best first; valid until the disposal.</summary>
    public readonly ReadOnlySpan<int> Best => _heap.AsSpan(0, _count);

    /// <summary>Selects among the pieces with a score above 0.</summary>
    /// <param name="view">The pieces.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="top">The most pieces to select, at least 1.</param>
    /// <param name="filter">Which documents count; <see langword="null"/> for all.</param>
    public static TopChunks Select(IndexView view, ReadOnlySpan<double> scores, int top, MetadataFilter? filter)
    {
        var best = new TopChunks(view, scores, Math.Min(top, view.Living));
        int i = 0;
        for (; i + Vector<double>.Count <= scores.Length; i += Vector<double>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<double>(scores[i..]), new Vector<double>(best.Least())))
            {
                best.Consider(i, i + Vector<double>.Count, filter);
            }
        }

        best.Consider(i, scores.Length, filter);
        best.Sort();
        return best;
    }

    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_heap);

    /// <summary>What a piece needs to be looked at.</summary>
    private readonly double Least() => _count < _capacity ? double.Epsilon : _scores[_heap[0]];

    private void Consider(int start, int end, MetadataFilter? filter)
    {
        for (int i = start; i < end; i++)
        {
            if (!(_scores[i] >= Least()) || (_count == _capacity && !IsWorse(_heap[0], i)))
            {
                continue;
            }

            IndexedChunk chunk = _view.Chunks[i];
            if (!chunk.IsRemovedIn(_view.Version) && filter?.Matches(chunk.Document.Metadata) != false)
            {
                Add(i);
            }
        }
    }

    private void Add(int chunk)
    {
        if (_count == _capacity)
        {
            _heap[0] = chunk;
            Sink(0, _count);
            return;
        }

        if (_count == _heap.Length)
        {
            Grow();
        }

        int place = _count++;
        while (place > 0 && IsWorse(chunk, _heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = chunk;
    }

    private void Grow()
    {
        int[] larger = ArrayPool<int>.Shared.Rent(_heap.Length * 2);
        _heap.CopyTo(larger, 0);
        ArrayPool<int>.Shared.Return(_heap);
        _heap = larger;
    }

    /// <summary>Takes the worst again and again to the end.</summary>
    private readonly void Sort()
    {
        for (int end = _count - 1; end > 0; end--)
        {
            (_heap[0], _heap[end]) = (_heap[end], _heap[0]);
            Sink(0, end);
        }
    }

    private readonly void Sink(int place, int count)
    {
        int chunk = _heap[place];
        for (int child; (child = (2 * place) + 1) < count; place = child)
        {
            if (child + 1 < count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!IsWorse(_heap[child], chunk))
            {
                break;
            }

            _heap[place] = _heap[child];
        }

        _heap[place] = chunk;
    }

    private readonly bool IsWorse(int one, int other)
    {
        if (_scores[one] != _scores[other])
        {
            return _scores[one] < _scores[other];
        }

        (IndexedChunk first, IndexedChunk second) = (_view.Chunks[one], _view.Chunks[other]);
        int order = string.CompareOrdinal(first.Document.Id, second.Document.Id);
        return order != 0 ? order > 0 : first.Start > second.Start;
    }
}
