using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>The best pieces of a view by their scores: a heap with the worst at its top. Equal scores are ordered by document id, then by position.</summary>
internal ref struct TopChunks
{
    private readonly IndexView _view;
    private readonly ReadOnlySpan<float> _scores;
    private readonly int _capacity;
    private int[] _heap;
    private int _count;

    // What a piece needs to be looked at.
    private float _least = float.Epsilon;

    private TopChunks(IndexView view, ReadOnlySpan<float> scores, int capacity)
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
    public static TopChunks Select(IndexView view, ReadOnlySpan<float> scores, int top, MetadataFilter? filter)
    {
        var best = new TopChunks(view, scores, Math.Min(top, view.Living));
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        int i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            // Hardly a piece is good enough, so that four vectors at a time are passed over.
            var least = new Vector<float>(best._least);
            if (Vector.GreaterThanOrEqualAny(Vector.Max(Vector.Max(vectors[i], vectors[i + 1]), Vector.Max(vectors[i + 2], vectors[i + 3])), least))
            {
                best.Consider(i * Vector<float>.Count, (i + 4) * Vector<float>.Count, filter);
            }
        }

        best.Consider(i * Vector<float>.Count, scores.Length, filter);
        best.Sort();
        return best;
    }

    public readonly void Dispose() => ArrayPool<int>.Shared.Return(_heap);

    private void Consider(int start, int end, MetadataFilter? filter)
    {
        for (int i = start; i < end; i++)
        {
            if (!(_scores[i] >= _least) || (_count == _capacity && !IsWorse(_heap[0], i)))
            {
                continue;
            }

            if (_view.Allows(i, filter))
            {
                Add(i);
                _least = _count < _capacity ? _least : _scores[_heap[0]];
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
