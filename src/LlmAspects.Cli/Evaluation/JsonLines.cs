using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Reads labelled data: files of JSON lines, one object a line.</summary>
internal static class JsonLines
{
    /// <summary>How the names of such files end.</summary>
    public const string Ending = ".jsonl";

    /// <summary>Reads a file, or the files of a folder that end with <see cref="Ending"/>, in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="parse">Reads one object; it may throw what <see cref="JsonElement"/> throws, or a <see cref="FormatException"/>.</param>
    /// <param name="expected">What an object must have, for the message.</param>
    /// <exception cref="CliException">A file cannot be read, or a line is wrong; the message names it.</exception>
    public static List<T> Read<T>(string path, Func<JsonElement, T> parse, string expected) => Read(path, $"Every line needs an object with {expected}.", parse);

    /// <summary>Reads a file, or the files of a folder that end with <see cref="Ending"/>, in the order of their names; empty lines are passed over.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="needs">What every line needs, a sentence for the message when one is wrong.</param>
    /// <param name="parse">Reads one object; it may throw what <see cref="JsonElement"/> throws, or a <see cref="FormatException"/>.</param>
    /// <exception cref="CliException">A file cannot be read, or a line is wrong; the message names it.</exception>
    public static List<T> Read<T>(string path, string needs, Func<JsonElement, T> parse)
    {
        var rows = new List<T>();
        foreach (string file in DataFiles.In(path, Ending))
        {
            DataLines.Read(
                file,
                line =>
                {
                    using var document = JsonDocument.Parse(line);
                    rows.Add(parse(document.RootElement));
                },
                needs);
        }

        return rows;
    }

    /// <summary>The names of the fields of the first object.</summary>
    /// <exception cref="CliException">The file cannot be read, or it does not begin with an object.</exception>
    public static IReadOnlySet<string> FieldsOf(string path) =>
        Read(path, "Every line needs an object.", static line => line.EnumerateObject().Select(static field => field.Name).ToHashSet(StringComparer.Ordinal)).FirstOrDefault() ?? [];

    /// <summary>A field that is a text.</summary>
    public static string Text(this JsonElement line, string field) => line.GetProperty(field).GetString() ?? throw new FormatException($"The field \"{field}\" is null.");

    /// <summary>A field that is a list of texts.</summary>
    public static string[] Texts(this JsonElement line, string field) =>
        [.. line.GetProperty(field).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException($"The field \"{field}\" has a null in it."))];
}
