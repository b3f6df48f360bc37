using System.Collections.Immutable;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Orchestration;

/// <summary>The parts of a request that can be told without a model: numbered or lettered lines, else several questions. Code blocks are passed over, and a multiple-choice question is one.</summary>
/// <param name="Preamble">What stands before the parts and belongs to each of them; empty when nothing does.</param>
/// <param name="Parts">The parts, at least two; empty when the request is one.</param>
/// <param name="Numerals">How many of the parts begin with a number.</param>
internal sealed record RequestParts(string Preamble, ImmutableArray<string> Parts, int Numerals)
{
    private const int MaxMarker = 4;

    private static readonly RequestParts None = new("", [], 0);

    public static RequestParts Of(string text)
    {
        RequestParts numbered = Numbered(text);
        return AreChoices(numbered) ? None : numbered.Parts.IsEmpty ? Questions(text) : numbered;
    }

    // Letters that number tasks stand under a colon or ask themselves; other letters under a text are the choices of its question, which is one.
    private static bool AreChoices(RequestParts found) =>
        found is { Numerals: 0, Preamble.Length: > 0, Parts.IsEmpty: false } && !found.Preamble.EndsWith(':') && !found.Parts.Any(static part => part.EndsWith('?'));

    // A part runs to the next marker: its further lines and its code belong to it.
    private static RequestParts Numbered(string text)
    {
        var starts = new List<(int Line, int Content)>();
        int numerals = 0;
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            ReadOnlySpan<char> line = reader.Content.In(text);
            if (reader.Kind is not (MarkdownLineKind.Code or MarkdownLineKind.FenceStart or MarkdownLineKind.FenceEnd) && MarkerLength(line, starts.Count + 1) is { } length)
            {
                starts.Add((reader.Line.Start, reader.Content.Start + length));
                numerals += char.IsAsciiDigit(line.TrimStart('(')[0]) ? 1 : 0;
            }
        }

        if (starts.Count < 2)
        {
            return None;
        }

        string[] parts = [.. starts.Select((start, index) => text[start.Content..(index + 1 < starts.Count ? starts[index + 1].Line : text.Length)].Trim())];
        return parts.Contains("") ? None : new RequestParts(text[..starts[0].Line].Trim(), [.. parts], numerals);
    }

    // The number must be the next one: a year that begins a line is no part.
    private static int? MarkerLength(ReadOnlySpan<char> line, int number)
    {
        ReadOnlySpan<char> rest = line.TrimStart('(');
        int end = rest.IndexOfAny('.', ')');
        if (end is < 1 or > MaxMarker || end + 1 >= rest.Length || !char.IsWhiteSpace(rest[end + 1]))
        {
            return null;
        }

        ReadOnlySpan<char> marker = rest[..end];
        bool isNext = char.IsAsciiDigit(marker[0])
            ? int.TryParse(marker, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) && value == number
            : marker.Length == 1 && char.ToLowerInvariant(marker[0]) - 'a' + 1 == number;
        return isNext ? line.Length - rest.Length + end + 1 : null;
    }

    // What is no question belongs to the next one, and what follows the last one to it.
    private static RequestParts Questions(string text)
    {
        if (text.AsSpan().Count('?') < 2)
        {
            return None;
        }

        var sentences = new List<TextRange>();
        SentenceSegmenter.Split(text, new TextRange(0, text.Length), sentences);
        int[] questions = [.. Enumerable.Range(0, sentences.Count).Where(index => sentences[index].In(text).TrimEnd("\"')]}»”").EndsWith('?'))];
        if (questions.Length < 2)
        {
            return None;
        }

        string preamble = text[..sentences[questions[0]].Start].Trim();
        IEnumerable<string> parts = questions.Select((sentence, index) =>
        {
            int from = index == 0 ? sentences[sentence].Start : sentences[questions[index - 1]].End;
            int to = index + 1 < questions.Length ? sentences[sentence].End : text.Length;
            return text[from..to].Trim();
        });
        return new RequestParts(preamble, [.. parts], 0);
    }
}
