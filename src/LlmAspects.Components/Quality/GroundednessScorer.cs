namespace LlmAspects.Components.Quality;

/// <summary>
/// Scores how well a context supports a statement by a fixed formula: the share of the statement's stems, weighted by how much they tell, that the best piece of evidence
/// has and that the whole context has, and the share of its pairs of stems that the context has. A statement that disagrees in a number or a negation keeps a part of it only.
/// </summary>
internal static class GroundednessScorer
{
    private const double LocalShare = 0.3;
    private const double ContextShare = 0.5;
    private const double PairShare = 0.2;

    /// <summary>What is left when number or negation disagree: below any threshold, above no support at all.</summary>
    private const double ConflictFactor = 0.3;

    public static ClaimSupport Score(Statement claim, EvidenceIndex index)
    {
        HashSet<string> stems = new(claim.Stems, StringComparer.Ordinal);
        double[] local = new double[index.Count];
        double total = 0;
        double found = 0;
        foreach (string stem in stems)
        {
            double weight = index.Weight(stem);
            total += weight;
            IReadOnlyList<int> places = index.With(stem);
            found += places.Count > 0 ? weight : 0;
            foreach (int place in places)
            {
                local[place] += weight;
            }
        }

        if (found == 0)
        {
            return new ClaimSupport(0, null, ClaimConflict.None);
        }

        int best = Array.IndexOf(local, local.Max());
        double score = (LocalShare * local[best] / total) + (ContextShare * found / total) + (PairShare * SharedPairs(claim, index, found / total));
        ClaimConflict conflict = ConflictWith(claim, index, best);
        return new ClaimSupport(Math.Min(1, conflict == ClaimConflict.None ? score : score * ConflictFactor), index[best], conflict);
    }

    /// <summary>The share of pairs that the context has; a statement of one stem has no pair and counts as its stem does.</summary>
    private static double SharedPairs(Statement claim, EvidenceIndex index, double otherwise)
    {
        int pairs = claim.Stems.Count - 1;
        int shared = 0;
        for (int i = 0; i < pairs; i++)
        {
            shared += index.HasPair(claim.Stems[i], claim.Stems[i + 1]) ? 1 : 0;
        }

        return pairs == 0 ? otherwise : (double)shared / pairs;
    }

    private static ClaimConflict ConflictWith(Statement claim, EvidenceIndex index, int best)
    {
        HashSet<string> numbers = new(index.Around(best).SelectMany(statement => statement.Numbers), StringComparer.Ordinal);
        IReadOnlySet<string> required = numbers.Count > 0 ? claim.Numbers : claim.Digits;
        if (required.Any(number => !numbers.Contains(number)))
        {
            return ClaimConflict.Number;
        }

        Statement evidence = index[best].Statement;
        return Opposes(claim, evidence) || Opposes(evidence, claim) ? ClaimConflict.Negation : ClaimConflict.None;
    }

    /// <summary>Whether one negates a stem that it nowhere affirms and that the other affirms and nowhere negates.</summary>
    private static bool Opposes(Statement one, Statement other) =>
        one.Negated.Any(stem => !one.Affirmed.Contains(stem) && other.Affirmed.Contains(stem) && !other.Negated.Contains(stem));
}
