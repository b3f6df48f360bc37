namespace LlmAspects.Analyzers.Policy;

/// <summary>Compares a name with a pattern: <c>*</c> is any part without dots, <c>**</c> any part; <c>A.**</c> includes <c>A</c>.</summary>
internal static class PatternRules
{
    private const string AndBelow = ".**";

    public static bool Matches(string pattern, string name) =>
        MatchesWhole(pattern, name)
        || (pattern.EndsWith(AndBelow, StringComparison.Ordinal) && MatchesWhole(pattern.Substring(0, pattern.Length - AndBelow.Length), name));

    // Which beginnings of the name the pattern so far can match: one pass over the name for each of its parts, however many stars it has.
    private static bool MatchesWhole(string pattern, string name)
    {
        var reached = new bool[name.Length + 1];
        reached[0] = true;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '*')
            {
                Step(reached, name, pattern[at]);
                continue;
            }

            var crossesDots = at + 1 < pattern.Length && pattern[at + 1] == '*';
            Spread(reached, name, crossesDots);
            at += crossesDots ? 1 : 0;
        }

        return reached[name.Length];
    }

    private static void Step(bool[] reached, string name, char expected)
    {
        for (var end = name.Length; end > 0; end--)
        {
            reached[end] = reached[end - 1] && name[end - 1] == expected;
        }

        reached[0] = false;
    }

    private static void Spread(bool[] reached, string name, bool crossesDots)
    {
        for (var end = 1; end <= name.Length; end++)
        {
            reached[end] |= reached[end - 1] && (crossesDots || name[end - 1] != '.');
        }
    }
}
