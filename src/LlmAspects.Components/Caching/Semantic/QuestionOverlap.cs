namespace LlmAspects.Components.Caching.Semantic;

/// <summary>
/// How much of two questions' terms is common: Jaccard's coefficient in which long words, which are rarer, weigh more, and words that differ in part ("addictive", "addicting", a slip of a finger)
/// count as far as their groups of three letters are the same.
/// </summary>
internal static class QuestionOverlap
{
    /// <summary>From this part of common letter groups on, two words may be one.</summary>
    private const double LeastAlike = 0.3;

    private const int LongWord = 8;

    /// <summary>The weight of a term, from 2 to 9.</summary>
    public static int WeightOf(string term) => 1 + Math.Min(term.Length, LongWord);

    /// <summary>From 0 to 1; 1 only when the terms are the same.</summary>
    public static double Of(QuestionForm left, QuestionForm right)
    {
        double common = left.Terms.Where(right.Terms.Contains).Sum(WeightOf);
        List<string> others = [.. right.Terms.Where(term => !left.Terms.Contains(term))];
        string[] unmatched = [.. left.Terms.Where(term => !right.Terms.Contains(term))];
        double all = common + unmatched.Sum(WeightOf) + others.Sum(WeightOf);
        foreach (string term in unmatched)
        {
            (string? other, double alike) = MostAlike(term, others);
            if (other is not null && alike >= LeastAlike)
            {
                double weight = (WeightOf(term) + WeightOf(other)) / 2.0;
                others.Remove(other);
                common += alike * weight;
                all -= weight;
            }
        }

        return all > 0 ? common / all : 0;
    }

    private static (string? Other, double Alike) MostAlike(string term, List<string> others)
    {
        (string? best, double most) = (null, 0);
        HashSet<string> groups = GroupsOf(term);
        foreach (string other in others)
        {
            HashSet<string> theirs = GroupsOf(other);
            int shared = groups.Count(theirs.Contains);
            double alike = (double)shared / (groups.Count + theirs.Count - shared);
            (best, most) = alike > most ? (other, alike) : (best, most);
        }

        return (best, most);
    }

    // The ends of a word count as letters.
    private static HashSet<string> GroupsOf(string term)
    {
        string marked = $"^{term}$";
        return [.. Enumerable.Range(0, marked.Length - 2).Select(start => marked.Substring(start, 3))];
    }
}
