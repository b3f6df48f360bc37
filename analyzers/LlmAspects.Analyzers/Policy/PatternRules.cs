namespace LlmAspects.Analyzers.Policy;

/// <summary>Compares a name with a pattern: <c>*</c> is any part without dots, <c>**</c> any part; <c>A.**</c> includes <c>A</c>.</summary>
internal static class PatternRules
{
    private const string AndBelow = ".**";

    public static bool Matches(string pattern, string name) =>
        Matches(pattern, 0, name, 0)
        || (pattern.EndsWith(AndBelow, StringComparison.Ordinal) && Matches(pattern.Substring(0, pattern.Length - AndBelow.Length), 0, name, 0));

    private static bool Matches(string pattern, int at, string name, int from)
    {
        while (at < pattern.Length)
        {
            if (pattern[at] == '*')
            {
                return MatchesStar(pattern, at, name, from);
            }

            if (from == name.Length || pattern[at] != name[from])
            {
                return false;
            }

            at++;
            from++;
        }

        return from == name.Length;
    }

    private static bool MatchesStar(string pattern, int at, string name, int from)
    {
        var crossesDots = at + 1 < pattern.Length && pattern[at + 1] == '*';
        var rest = crossesDots ? at + 2 : at + 1;
        for (var end = from; ; end++)
        {
            if (Matches(pattern, rest, name, end))
            {
                return true;
            }

            if (end == name.Length || (name[end] == '.' && !crossesDots))
            {
                return false;
            }
        }
    }
}
