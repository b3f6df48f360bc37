namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Fuses rankings by the ranks alone: the sum of <c>1 / (k + rank)</c> (G. Cormack, C. Clarke, S. Büttcher, "Reciprocal Rank Fusion outperforms
/// Condorcet and individual Rank Learning Methods", 2009).
/// </summary>
internal static class ReciprocalRankFusion
{
    /// <summary>Adds what the ranks of a ranking are worth.</summary>
    /// <param name="ranking">The numbers of pieces, best first.</param>
    /// <param name="k">How little the first ranks differ, above 0.</param>
    /// <param name="scores">The scores by number.</param>
    public static void Add(ReadOnlySpan<int> ranking, int k, Span<float> scores)
    {
        for (int i = 0; i < ranking.Length; i++)
        {
            scores[ranking[i]] += 1f / (k + i + 1);
        }
    }
}
