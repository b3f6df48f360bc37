namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Chooses pieces that fit the query and repeat one another little (J. Carbonell, J. Goldstein, "The Use of MMR, Diversity-Based Reranking", 1998).
/// How much two pieces repeat one another is the cosine of their sets of terms.
/// </summary>
internal static class MaximalMarginalRelevance
{
    /// <summary>Chooses in turn the piece with the greatest <c>(1 - diversity) * relevance - diversity * (greatest similarity to a chosen one)</c>.</summary>
    /// <param name="view">The pieces.</param>
    /// <param name="ranking">The numbers of pieces, best first.</param>
    /// <param name="scores">The scores by number; relevance is the score in parts of the best.</param>
    /// <param name="top">How many are chosen.</param>
    /// <param name="diversity">From 0 to 1.</param>
    public static int[] Choose(IndexView view, ReadOnlySpan<int> ranking, ReadOnlySpan<float> scores, int top, double diversity)
    {
        var candidates = new List<Candidate>(ranking.Length);
        foreach (int chunk in ranking)
        {
            candidates.Add(new Candidate(chunk, scores[chunk] / scores[ranking[0]], view.Chunks[chunk].Terms.DistinctTerms()));
        }

        return Choose(candidates, top, diversity, static _ => true);
    }

    /// <summary>The same of any candidates, best first.</summary>
    /// <param name="candidates">What may be chosen, by relevance; emptied.</param>
    /// <param name="top">How many are chosen.</param>
    /// <param name="diversity">From 0 to 1.</param>
    /// <param name="fits">Whether there is still room for a candidate; one without room is passed over.</param>
    public static int[] Choose(List<Candidate> candidates, int top, double diversity, Func<int, bool> fits)
    {
        var chosen = new List<int>(Math.Min(top, candidates.Count));
        while (chosen.Count < top && candidates.Count > 0)
        {
            // The first of equals: candidates stay in the order of the ranking.
            Candidate best = candidates.MaxBy(candidate => ((1 - diversity) * candidate.Relevance) - (diversity * candidate.Redundancy))!;
            candidates.Remove(best);
            if (!fits(best.Number))
            {
                continue;
            }

            chosen.Add(best.Number);
            foreach (Candidate candidate in candidates)
            {
                candidate.Redundancy = Math.Max(candidate.Redundancy, Similarity(candidate.Terms, best.Terms));
            }
        }

        return [.. chosen];
    }

    /// <summary>The cosine of two sets.</summary>
    /// <param name="one">Distinct numbers of terms, ascending.</param>
    /// <param name="other">Others.</param>
    public static double Similarity(int[] one, int[] other)
    {
        int common = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            common += one[i] == other[j] ? 1 : 0;
            (i, j) = (one[i] <= other[j] ? i + 1 : i, other[j] <= one[i] ? j + 1 : j);
        }

        return common == 0 ? 0 : common / Math.Sqrt((double)one.Length * other.Length);
    }

    /// <summary>What may be chosen.</summary>
    internal sealed class Candidate(int number, double relevance, int[] terms)
    {
        public int Number => number;

        public double Relevance => relevance;

        public int[] Terms => terms;

        public double Redundancy { get; set; }
    }
}
