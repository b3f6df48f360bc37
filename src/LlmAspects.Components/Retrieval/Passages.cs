namespace LlmAspects.Components.Retrieval;

/// <summary>Joins pieces that touch in a document.</summary>
internal static class Passages
{
    /// <summary>Of how many times as many pieces passages are made.</summary>
    private const int PiecesPerPassage = 8;

    /// <summary>The query for the pieces that the passages of a query are made of.</summary>
    public static RetrievalQuery PiecesFor(RetrievalQuery query) =>
        query.PassageLength == 0 ? query : query with { PassageLength = 0, Top = (int)Math.Min((long)query.Top * PiecesPerPassage, int.MaxValue) };

    /// <summary>Joins pieces in the order of their rank until one would begin a passage too many.</summary>
    /// <param name="pieces">The pieces, best first.</param>
    /// <param name="query">How many passages, and how long they are at most; a single piece may be longer.</param>
    /// <returns>The passages, by their best piece.</returns>
    public static IReadOnlyList<RetrievedChunk> Join(IReadOnlyList<RetrievedChunk> pieces, RetrievalQuery query)
    {
        if (query.PassageLength == 0)
        {
            return pieces;
        }

        var passages = new List<RetrievedChunk>(Math.Min(query.Top, pieces.Count));
        foreach (RetrievedChunk piece in pieces)
        {
            if (!TryJoin(passages, piece, query.PassageLength))
            {
                if (passages.Count == query.Top)
                {
                    break;
                }

                passages.Add(piece);
            }
        }

        return passages;
    }

    private static bool TryJoin(List<RetrievedChunk> passages, RetrievedChunk piece, int maxLength)
    {
        int first = passages.FindIndex(passage => FitTogether(passage, piece, maxLength));
        if (first < 0)
        {
            return false;
        }

        RetrievedChunk joined = Union(passages[first], piece);
        int second = passages.FindIndex(first + 1, passage => FitTogether(passage, joined, maxLength));
        if (second >= 0)
        {
            joined = Union(joined, passages[second]);
            passages.RemoveAt(second);
        }

        passages[first] = joined;
        return true;
    }

    private static bool FitTogether(RetrievedChunk one, RetrievedChunk other, int maxLength) =>
        one.DocumentId == other.DocumentId
        && one.Start <= other.End && other.Start <= one.End
        && Math.Max(one.End, other.End) - Math.Min(one.Start, other.Start) <= maxLength;

    // The better one keeps its score, headings and source.
    private static RetrievedChunk Union(RetrievedChunk better, RetrievedChunk other)
    {
        (RetrievedChunk left, RetrievedChunk right) = better.Start <= other.Start ? (better, other) : (other, better);
        string text = right.End <= left.End ? left.Text : string.Concat(left.Text, right.Text.AsSpan(left.End - right.Start));
        return better with { Start = left.Start, Text = text };
    }
}
