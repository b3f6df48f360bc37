namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The sentences at the end of a query that an optimizer added before: each on a line of its own, the first behind an empty line.</summary>
internal readonly ref struct AppendedSentences
{
    private AppendedSentences(ReadOnlySpan<char> query, List<string>? sentences)
    {
        Query = query;
        Sentences = sentences;
    }

    /// <summary>What stands before them.</summary>
    public ReadOnlySpan<char> Query { get; }

    /// <summary>Them; <see langword="null"/> when there are none.</summary>
    public List<string>? Sentences { get; }

    /// <summary>Finds them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="known">The sentences that can be added to any query.</param>
    /// <param name="background">The one that can be added to this query.</param>
    public static AppendedSentences Find(string text, IReadOnlyList<string> known, string? background)
    {
        ReadOnlySpan<char> rest = text;
        List<string>? found = null;
        while (LastOf(rest, known, background) is { } sentence)
        {
            (found ??= []).Add(sentence);
            rest = rest[..^(sentence.Length + 1)];
        }

        return new AppendedSentences(found is not null && rest.EndsWith('\n') ? rest[..^1] : rest, found);
    }

    /// <summary>What goes between a text and a further sentence.</summary>
    public static string Separator(bool isFirst) => isFirst ? "\n\n" : "\n";

    private static string? LastOf(ReadOnlySpan<char> text, IReadOnlyList<string> known, string? background)
    {
        foreach (string sentence in known)
        {
            if (EndsWithLine(text, sentence))
            {
                return sentence;
            }
        }

        return background is not null && EndsWithLine(text, background) ? background : null;
    }

    private static bool EndsWithLine(ReadOnlySpan<char> text, string sentence) =>
        text.Length > sentence.Length && text.EndsWith(sentence, StringComparison.Ordinal) && text[^(sentence.Length + 1)] == '\n';
}
