namespace LlmAspects.Components.Quality;

/// <summary>
/// Scores how well a context supports a statement by a fixed formula: the share of the statement's stems that the whole context has, of its pairs of stems that stand side by
/// side there, and of its stems that the best single piece of evidence has, weighted by how much they tell. Every stem without support lowers the score once more, so that a
/// long statement cannot hide an invention; numbers count three times. A statement that disagrees in a number or a negation keeps a part of it only.
/// The numbers were chosen on QAGS-XSum, where the score hardly depends on them; a weight by rarity within the context did not help there.
/// </summary>
internal static class GroundednessScorer
{
    // Whole numbers, so that full support is exactly 1.
    private const double ContextParts = 7;
    private const double PairParts = 2;
    private const double LocalParts = 1;

    /// <summary>What a number counts beside a word: numbers are invented more often.</summary>
    private const double NumberWeight = 3;

    /// <summary>What a word counts of which only another form is in the evidence.</summary>
    private const double RelatedShare = 0.9;

    /// <summary>What is left of the score for each stem that nothing supports.</summary>
    private const double MissingFactor = 0.95;

    /// <summary>What is left when number or negation disagree: below any threshold, above no support at all.</summary>
    private const double ConflictFactor = 0.3;

    public static ClaimSupport Score(Statement claim, EvidenceIndex index)
    {
        HashSet<string> stems = new(claim.Stems, StringComparer.Ordinal);
        double[] local = new double[index.Count];
        (double total, double found, double localTotal) = (0, 0, 0);
        foreach (string stem in stems)
        {
            double weight = claim.Numbers.Contains(stem) ? NumberWeight : 1;
            double telling = index.Weight(stem);
            (total, localTotal) = (total + weight, localTotal + telling);
            (IReadOnlyList<int> places, double share) = Find(stem, index);
            found += places.Count > 0 ? weight * share : 0;
            foreach (int place in places)
            {
                local[place] += telling * share;
            }
        }

        if (found == 0)
        {
            return new ClaimSupport(0, null, ClaimConflict.None);
        }

        int best = Array.IndexOf(local, local.Max());
        double score = ((ContextParts * (found / total)) + (PairParts * SharedPairs(claim, index, found / total)) + (LocalParts * (local[best] / localTotal))) / (ContextParts + PairParts + LocalParts);
        score *= Math.Pow(MissingFactor, total - found);
        ClaimConflict conflict = ConflictWith(claim, index, best);
        return new ClaimSupport(Math.Min(1, conflict == ClaimConflict.None ? score : score * ConflictFactor), index[best], conflict);
    }

    private static (IReadOnlyList<int> Places, double Share) Find(string stem, EvidenceIndex index) =>
        index.With(stem) is { Count: > 0 } places ? (places, 1)
        : index.Related(stem) is { } related ? (index.With(related), RelatedShare)
        : ([], 0);

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
