using LlmAspects.Components.Text;

namespace LlmAspects.Components.Routing.Learning;

/// <summary>
/// Counts what a question is made of, by hash, so that no word of it is kept: runs of letters in lower case, runs of digits, marks and line ends, pairs of
/// neighbours, and how it begins and ends. Function words and marks stay: they tell a kind of question better than its subject does.
/// </summary>
internal static class TextTokens
{
    private const int Beginning = 3;
    private const int Ending = 2;

    public static Dictionary<ulong, int> Count(ReadOnlySpan<char> text)
    {
        List<ulong> tokens = HashesOf(text);
        var counts = new Dictionary<ulong, int>(2 * tokens.Count);
        foreach (ulong token in tokens)
        {
            Add(counts, token);
        }

        for (int place = 1; place < tokens.Count; place++)
        {
            Add(counts, Extend(tokens[place - 1], tokens[place]));
        }

        AddRuns(counts, tokens);
        return counts;
    }

    // The first one, two and three tokens, the last one and two, each marked as such.
    private static void AddRuns(Dictionary<ulong, int> counts, List<ulong> tokens)
    {
        ulong run = '^';
        foreach (ulong token in tokens.Take(Beginning))
        {
            Add(counts, run = Extend(run, token));
        }

        run = '$';
        foreach (ulong token in tokens.AsEnumerable().Reverse().Take(Ending))
        {
            Add(counts, run = Extend(run, token));
        }
    }

    private static List<ulong> HashesOf(ReadOnlySpan<char> text)
    {
        var tokens = new List<ulong>();
        for (int start = 0; start < text.Length;)
        {
            int end = EndOf(text, start);
            if (!char.IsWhiteSpace(text[start]) || text[start] == '\n')
            {
                tokens.Add(Hash(text[start..end]));
            }

            start = end;
        }

        return tokens;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        if (char.IsLetter(text[start]))
        {
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }
        }
        else if (char.IsDigit(text[start]))
        {
            while (end < text.Length && char.IsDigit(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static ulong Hash(ReadOnlySpan<char> token)
    {
        ulong hash = Fnv1a.Empty;
        foreach (char unit in token)
        {
            hash = Fnv1a.Extend(hash, char.ToLowerInvariant(unit));
        }

        return hash;
    }

    private static ulong Extend(ulong left, ulong right) => Fnv1a.Extend(Fnv1a.Separate(left), right);

    private static void Add(Dictionary<ulong, int> counts, ulong token) => counts[token] = counts.GetValueOrDefault(token) + 1;
}
