namespace LlmAspects.Cli.Evaluation;

/// <summary>Divides questions into parts of about the same size, each of which is once the test.</summary>
internal static class Folds
{
    /// <summary>Single questions at random.</summary>
    public static int[] AtRandom(int count, int folds, int seed)
    {
        int[] order = Shuffled([.. Enumerable.Range(0, count)], seed);
        int[] fold = new int[count];
        for (int place = 0; place < count; place++)
        {
            fold[order[place]] = place % folds;
        }

        return fold;
    }

    /// <summary>Whole groups, so that no group is in training and test at once: the largest first, each into the smallest fold.</summary>
    public static int[] ByGroup(IReadOnlyList<string?> groups, int folds, int seed)
    {
        string[] names = Shuffled([.. groups.Select(static group => group ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], seed);
        Dictionary<string, int> sizes = groups.CountBy(static group => group ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int[] filled = new int[folds];
        var fold = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names.OrderByDescending(name => sizes[name]))
        {
            int smallest = Array.IndexOf(filled, filled.Min());
            fold[name] = smallest;
            filled[smallest] += sizes[name];
        }

        return [.. groups.Select(group => fold[group ?? ""])];
    }

    // The seed is the user's, and the same seed must give the same folds.
    private static T[] Shuffled<T>(T[] items, int seed)
    {
        new Random(seed).Shuffle(items);
        return items;
    }
}
