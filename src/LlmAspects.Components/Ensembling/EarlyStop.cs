namespace LlmAspects.Components.Ensembling;

/// <summary>Tells when no vote that is still to come can change the winner, by trying all of them.</summary>
internal static class EarlyStop
{
    private const int MaxTries = 2_000;

    /// <summary>Whether the winner is certain.</summary>
    /// <param name="votes">The votes so far; those of pending members do not matter.</param>
    /// <param name="pending">The members that are still to come.</param>
    /// <param name="winnerOf">Decides.</param>
    /// <returns><see langword="false"/> also when there are too many possibilities to try.</returns>
    public static bool IsCertain(IReadOnlyList<int> votes, IReadOnlyList<int> pending, Func<IReadOnlyList<int>, int> winnerOf)
    {
        int[] tried = [.. votes];
        int answers = votes.Where((_, member) => !pending.Contains(member)).Append(PanelOutcome.NoAnswer).Max() + 1;
        if (answers <= 0 || Math.Pow(answers + 2 + pending.Count, pending.Count) > MaxTries)
        {
            return false;
        }

        int? winner = null;
        return Holds(0, answers);

        // Every answer so far, one that nobody gave yet, none, or no vote at all.
        bool Holds(int place, int known)
        {
            if (place == pending.Count)
            {
                int decided = winnerOf(tried);
                return (winner ??= decided) == decided;
            }

            for (int vote = PanelOutcome.Absent; vote <= known; vote++)
            {
                tried[pending[place]] = vote;
                if (!Holds(place + 1, Math.Max(known, vote + 1)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
