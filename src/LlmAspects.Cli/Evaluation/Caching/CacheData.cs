using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>What <c>eval cache</c> scores: JSON lines of pairs of questions, or traces with a number a line. The fields of a file tell which it is.</summary>
/// <param name="Pairs">The pairs of all files.</param>
/// <param name="Traces">The traces, one a file.</param>
internal sealed record CacheData(IReadOnlyList<QuestionPair> Pairs, IReadOnlyList<CacheTrace> Traces)
{
    private const string Formats = "A line is {\"a\": question, \"b\": question, \"duplicate\": true or false}, or a key as a whole number.";

    /// <summary>Reads a file, or those of a folder that end with <c>.jsonl</c> or <c>.txt</c>.</summary>
    /// <exception cref="CliException">A file cannot be read, or has another format; the message names the line.</exception>
    public static CacheData Read(string path)
    {
        var pairs = new List<QuestionPair>();
        var traces = new List<CacheTrace>();
        foreach (string file in DataFiles.SomeIn(path, JsonLines.Ending, ".txt"))
        {
            int before = pairs.Count;
            var trace = new List<int>();
            DataLines.Read(
                file,
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
            if (trace.Count > 0 == pairs.Count > before)
            {
                throw new CliException($"'{file}' has no data, or two kinds of it. {Formats}", ExitCodes.Usage);
            }

            if (trace.Count > 0)
            {
                traces.Add(new CacheTrace(DataFiles.NameOf(file), [.. trace]));
            }
        }

        return new CacheData(pairs, traces);
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
