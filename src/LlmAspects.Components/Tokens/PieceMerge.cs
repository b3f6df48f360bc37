namespace LlmAspects.Components.Tokens;

/// <summary>
/// Merges the bytes of one long piece: always the pair of neighbours with the lowest rank, the leftmost of several, until no pair is a token.
/// A heap of pairs makes it n log n where searching the next pair each time is quadratic.
/// </summary>
internal ref struct PieceMerge
{
    private const int End = -1;

    private readonly ReadOnlySpan<byte> _piece;
    private readonly TokenRanks _ranks;
    private readonly PriorityQueue<int, long> _pairs;

    // By the position of a part's first byte: where its neighbours begin, and the rank of the pair of it and the next one.
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _pairRank;
    private int _parts;

    private PieceMerge(ReadOnlySpan<byte> piece, TokenRanks ranks)
    {
        _piece = piece;
        _ranks = ranks;
        _parts = piece.Length;
        _next = new int[piece.Length];
        _previous = new int[piece.Length];
        _pairRank = new int[piece.Length];
        _pairs = new PriorityQueue<int, long>(piece.Length);
    }

    /// <summary>The number of tokens of a piece.</summary>
    /// <param name="piece">UTF-8; every single byte is a token.</param>
    /// <param name="ranks">The vocabulary.</param>
    public static int Count(ReadOnlySpan<byte> piece, TokenRanks ranks)
    {
        var merge = new PieceMerge(piece, ranks);
        merge.Split();
        merge.Merge();
        return merge._parts;
    }

    private readonly void Split()
    {
        for (int start = 0; start < _piece.Length; start++)
        {
            _next[start] = start + 1;
            _previous[start] = start - 1;
        }

        for (int start = 0; start < _piece.Length; start++)
        {
            Rank(start);
        }
    }

    private void Merge()
    {
        while (_pairs.TryDequeue(out int start, out long key))
        {
            // A pair that has grown or gone since it was noted has another rank by now.
            if (_pairRank[start] != (int)(key >> 32))
            {
                continue;
            }

            int swallowed = _next[start];
            int after = _next[swallowed];
            _next[start] = after;
            _pairRank[swallowed] = TokenRanks.None;
            if (after < _piece.Length)
            {
                _previous[after] = start;
            }

            _parts--;
            Rank(start);
            if (_previous[start] != End)
            {
                Rank(_previous[start]);
            }
        }
    }

    private readonly void Rank(int start)
    {
        int middle = _next[start];
        int rank = middle < _piece.Length ? _ranks.Find(_piece[start.._next[middle]]) : TokenRanks.None;
        _pairRank[start] = rank;
        if (rank != TokenRanks.None)
        {
            _pairs.Enqueue(start, ((long)rank << 32) | (uint)start);
        }
    }
}
