using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>A file of <c>eval cache</c>: JSON lines of pairs of questions, or a trace with a number a line. Its fields tell which.</summary>
/// <param name="Pairs">The pairs; empty for a trace.</param>
/// <param name="Trace">The keys in order of access; empty for pairs.</param>
internal sealed record CacheData(IReadOnlyList<QuestionPair> Pairs, int[] Trace)
{
    private const string Formats = "A line is {\"a\": question, \"b\": question, \"duplicate\": true or false}, or a key as a whole number.";

    /// <summary>Reads a file.</summary>
    /// <exception cref="CliException">The file cannot be read, or has another format; the message names the line.</exception>
    public static CacheData Read(string path)
    {
        var pairs = new List<QuestionPair>();
        var trace = new List<int>();
        DataLines.Read(
            path,
            line =>
            {
                if (line.StartsWith('{'))
                {
                    pairs.Add(Parse(line));
                }
                else
                {
                    trace.Add(int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));
                }
            },
            Formats);
        return (pairs.Count > 0) != (trace.Count > 0) ? new CacheData(pairs, [.. trace]) : throw new CliException($"'{path}' has no data, or two kinds of it. {Formats}", ExitCodes.Usage);
    }

    private static QuestionPair Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new QuestionPair(
            root.GetProperty("a").GetString() ?? throw new FormatException("The question is null."),
            root.GetProperty("b").GetString() ?? throw new FormatException("The question is null."),
            root.GetProperty("duplicate").GetBoolean());
    }
}
