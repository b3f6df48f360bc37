namespace LlmAspects.Components.Quality.Calibration;

/// <summary>
/// The shares of good outcomes that never fall as the score rises and fit the outcomes best: pools of adjacent violators
/// (Ayer et al., Annals of Mathematical Statistics 26, 1955).
/// </summary>
internal static class IsotonicRegression
{
    /// <summary>Pools outcomes.</summary>
    /// <param name="outcomes">Scores with whether the outcome was good, in any order.</param>
    /// <returns>Pools in the order of their scores, each with a greater share than the one before.</returns>
    public static List<Pool> Fit(IEnumerable<(double Score, bool IsGood)> outcomes)
    {
        var pools = new List<Pool>();
        foreach (IGrouping<double, (double Score, bool IsGood)> same in outcomes.GroupBy(static one => one.Score).OrderBy(static group => group.Key))
        {
            pools.Add(new Pool(same.Key, same.Key, same.Key * same.Count(), same.Count(static one => one.IsGood), same.Count()));
            while (pools.Count > 1 && pools[^2].Share >= pools[^1].Share)
            {
                MergeLast(pools);
            }
        }

        return pools;
    }

    /// <summary>Merges pools with the next one, the last with the one before, until each has some outcomes: a few that happen to agree are no share.</summary>
    /// <param name="pools">The pools in the order of their scores.</param>
    /// <param name="least">The least outcomes of each.</param>
    public static List<Pool> Widened(List<Pool> pools, double least)
    {
        var wide = new List<Pool>();
        foreach (Pool pool in pools)
        {
            wide.Add(pool);
            if (wide.Count > 1 && wide[^2].Count < least)
            {
                MergeLast(wide);
            }
        }

        if (wide.Count > 1 && wide[^1].Count < least)
        {
            MergeLast(wide);
        }

        return wide;
    }

    /// <summary>Makes one of the last two pools.</summary>
    private static void MergeLast(List<Pool> pools)
    {
        (Pool before, Pool last) = (pools[^2], pools[^1]);
        pools.RemoveAt(pools.Count - 1);
        pools[^1] = new Pool(before.From, last.To, before.Scores + last.Scores, before.Good + last.Good, before.Count + last.Count);
    }

    /// <summary>Outcomes with adjacent scores.</summary>
    /// <param name="From">The least score.</param>
    /// <param name="To">The greatest score.</param>
    /// <param name="Scores">The sum of the scores.</param>
    /// <param name="Good">The good outcomes.</param>
    /// <param name="Count">All outcomes.</param>
    internal readonly record struct Pool(double From, double To, double Scores, int Good, int Count)
    {
        public double Share => (double)Good / Count;
    }
}
