using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Indexing;

/// <summary>The part of a piece that shows why it was found.</summary>
internal static class Snippet
{
    private const int Length = 200;
    private const int ShortestStem = 4;
    private const int LongestEnding = 3;

    /// <summary>The stretch of words with the most different words of the query; the first of several.</summary>
    public static string Of(string text, string query)
    {
        string[] words = Excerpt.WordsOf(text);
        string[] stems = [.. Stems(query)];
        int best = words.Length == 0 ? 0 : Enumerable.Range(0, words.Length).MaxBy(start => Found(words, start, stems));
        return (best > 0 ? "... " : "") + Excerpt.Of(words.Skip(best), Length);
    }

    /// <summary>The words without what may be an ending: this is for the eye, the search has stems of its own.</summary>
    private static IEnumerable<string> Stems(string query) => query
        .Split([.. query.Where(static character => !char.IsLetterOrDigit(character))], StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => word[..Math.Max(Math.Min(word.Length, ShortestStem), word.Length - LongestEnding)]);

    private static int Found(string[] words, int start, string[] stems)
    {
        int end = start;
        for (int length = 0; end < words.Length && (length += words[end].Length + 1) <= Length + 1;)
        {
            end++;
        }

        // One word longer than a snippet is looked at all the same.
        ArraySegment<string> shown = new(words, start, Math.Max(end - start, 1));
        return stems.Count(stem => shown.Any(word => word.Contains(stem, StringComparison.OrdinalIgnoreCase)));
    }
}
