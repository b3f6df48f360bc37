namespace LlmAspects.Cli.Terminal;

/// <summary>The beginning of a text on one line.</summary>
internal static class Excerpt
{
    /// <summary>The words of a text with one space between them.</summary>
    public static string[] WordsOf(string text) => TerminalText.Line(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The beginning, with <c>...</c> where there is more.</summary>
    /// <param name="words">The words.</param>
    /// <param name="length">How many UTF-16 code units are shown; never half a character.</param>
    public static string Of(IEnumerable<string> words, int length)
    {
        string line = string.Join(' ', words);
        int end = line.Length > length && char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
        return line.Length <= length ? line : $"{line[..end]}...";
    }
}
