using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What a query is made of. Reading it again after edits finds the same request and the same gaps: both are looked for in what is left without polite phrases and added sentences.</summary>
internal sealed record QueryAnalysis
{
    /// <summary>The parts that are polite phrases, by their places in the whole text; empty where they may be the matter itself.</summary>
    public required IReadOnlyList<TextRange> Phrases { get; init; }

    /// <summary>The query without polite phrases and added sentences.</summary>
    public required string Request { get; init; }

    /// <summary>The sentences that were added before.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public required LlmTask Task { get; init; }

    public required IReadOnlyList<QueryFeature> Gaps { get; init; }

    /// <summary>Whether a sentence at the end would stand in a code block.</summary>
    public required bool EndsInCode { get; init; }

    public string? Abstained { get; init; }

    public static QueryAnalysis Read(OptimizationRequest request, string text, IReadOnlyList<string> known)
    {
        AppendedSentences appended = AppendedSentences.Find(text, known, StrategyTexts.Background(request.Background));
        IReadOnlyList<TextRange> phrases = PolitePhrases.Find(appended.Query);
        string bare = phrases.Count > 0 ? Without(appended.Query, phrases) : appended.Query.Length == text.Length ? text : appended.Query.ToString();
        TaskDetection detection = TaskDetector.Detect(bare, out TaskWords words);
        LlmTask task = request.Task ?? detection.Task;
        string? obstacle = EnglishText.ObstacleIn(words);

        // A thank-you may be what is to be translated, and a greeting is the whole point of a chat.
        bool areFiller = phrases.Count > 0 && obstacle is null && task is not (LlmTask.Translation or LlmTask.Chat);
        IReadOnlyList<QueryFeature> gaps = obstacle is null ? QueryGaps.Find(bare, words, task, request.HasSurroundings) : [];
        return new QueryAnalysis
        {
            Phrases = areFiller ? phrases : [],
            Request = bare,
            Sentences = appended.Sentences ?? [],
            Task = task,
            Gaps = areFiller ? [QueryFeature.Filler, .. gaps] : gaps,
            EndsInCode = EndsInOpenFence(appended.Query),
            Abstained = obstacle,
        };
    }

    /// <summary>What stands in the place of the polite phrase at the start: the request begins with a capital if the phrase did.</summary>
    public static (TextRange Removed, string Inserted) Cut(ReadOnlySpan<char> text, TextRange phrase) =>
        phrase.End < text.Length && char.IsAsciiLetterUpper(text[phrase.Start]) && char.IsAsciiLetterLower(text[phrase.End])
            ? (new TextRange(phrase.Start, phrase.End + 1), char.ToUpperInvariant(text[phrase.End]).ToString())
            : (phrase, "");

    private static string Without(ReadOnlySpan<char> text, IReadOnlyList<TextRange> phrases)
    {
        var rest = new System.Text.StringBuilder(text.Length);
        int done = 0;
        foreach (TextRange phrase in phrases)
        {
            (TextRange removed, string inserted) = Cut(text, phrase);
            rest.Append(text[done..removed.Start]).Append(inserted);
            done = removed.End;
        }

        return rest.Append(text[done..]).ToString();
    }

    // Three backticks or tildes open and close a block: https://spec.commonmark.org/0.31.2/#fenced-code-blocks.
    private static bool EndsInOpenFence(ReadOnlySpan<char> text)
    {
        char open = '\0';
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> start = line.TrimStart(' ');
            char mark = start.StartsWith("```") ? '`' : start.StartsWith("~~~") ? '~' : '\0';
            open = mark == '\0' ? open : open == '\0' ? mark : open == mark ? '\0' : open;
        }

        return open != '\0';
    }
}
