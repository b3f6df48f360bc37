namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Takes texts apart at their spaces.</summary>
internal static class WallText
{
    public static int WordsOf(string text) => Split(text).Length;

    /// <summary>The words of a text, each with the space before it.</summary>
    public static IReadOnlyList<string> PiecesOf(string text)
    {
        List<string> pieces = [];
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        }

        if (start < text.Length)
        {
            pieces.Add(text[start..]);
        }

        return pieces;
    }

    /// <summary>What a healthy model sends: the answer, or what is missing of one that was begun.</summary>
    public static string Continue(string answer, string? prefill)
    {
        string begun = prefill?.TrimEnd() ?? "";
        return answer.StartsWith(begun, StringComparison.Ordinal) ? answer[begun.Length..] : answer;
    }

    public static string Collapse(string text) => string.Join(' ', Split(text));

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
