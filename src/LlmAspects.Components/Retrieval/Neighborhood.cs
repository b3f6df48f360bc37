using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Retrieval;

/// <summary>The pieces around a piece that stand under the same headings.</summary>
/// <param name="Before">How many of the pieces right before it.</param>
/// <param name="After">How many of the pieces right behind it.</param>
/// <param name="TermCount">The terms of all of them.</param>
internal readonly record struct Neighborhood(int Before, int After, int TermCount)
{
    /// <summary>How many pieces on each side count at most: it bounds what a term costs.</summary>
    private const int Reach = 2;

    /// <summary>The neighborhoods of the pieces of a document.</summary>
    /// <param name="pieces">The pieces in order.</param>
    /// <param name="terms">Their terms.</param>
    public static Neighborhood[] Of(IReadOnlyList<TextChunk> pieces, IReadOnlyList<TermSequence> terms)
    {
        var neighborhoods = new Neighborhood[pieces.Count];
        for (int i = 0; i < neighborhoods.Length; i++)
        {
            int before = Count(pieces, i, -1);
            int after = Count(pieces, i, 1);
            int termCount = 0;
            for (int j = i - before; j <= i + after; j++)
            {
                termCount += j == i ? 0 : terms[j].Count;
            }

            neighborhoods[i] = new Neighborhood(before, after, termCount);
        }

        return neighborhoods;
    }

    private static int Count(IReadOnlyList<TextChunk> pieces, int piece, int step)
    {
        int count = 0;
        for (int j = piece + step; count < Reach && j >= 0 && j < pieces.Count && pieces[j].HeaderPath == pieces[piece].HeaderPath; j += step)
        {
            count++;
        }

        return count;
    }
}
