using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Reads labelled data: files of JSON lines, one object a line.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file, or the files of a folder that end with <c>.jsonl</c>, in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="parse">Reads one object; it may throw what <see cref="JsonElement"/> throws, or a <see cref="FormatException"/>.</param>
    /// <param name="expected">What an object must have, for the message.</param>
    /// <exception cref="CliException">A file cannot be read, or a line is wrong; the message names it.</exception>
    public static List<T> Read<T>(string path, Func<JsonElement, T> parse, string expected)
    {
        var rows = new List<T>();
        foreach (string file in FilesOf(path))
        {
            ReadFile(file, parse, expected, rows);
        }

        return rows;
    }

    private static IReadOnlyList<string> FilesOf(string path) =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal)] : [path];

    private static void ReadFile<T>(string file, Func<JsonElement, T> parse, string expected, List<T> rows)
    {
        int number = 0;
        try
        {
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (line.Length > 0)
                {
                    using var document = JsonDocument.Parse(line);
                    rows.Add(parse(document.RootElement));
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new CliException($"{file}({number}): {error.Message} Every line needs an object with {expected}.", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{file}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
    }
}
