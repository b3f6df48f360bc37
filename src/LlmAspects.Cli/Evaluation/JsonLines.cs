using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Reads files with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file; empty lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needs">What every line needs, for the message when one is wrong.</param>
    /// <param name="parse">Makes something of the object of a line; may throw what <see cref="JsonElement"/> throws, or <see cref="FormatException"/>.</param>
    /// <exception cref="CliException">The file cannot be read, or a line is wrong; the message names it.</exception>
    public static List<T> Read<T>(string path, string needs, Func<JsonElement, T> parse)
    {
        var items = new List<T>();
        int number = 0;
        try
        {
            foreach (string line in File.ReadLines(path))
            {
                number++;
                if (line.Length > 0)
                {
                    using var document = JsonDocument.Parse(line);
                    items.Add(parse(document.RootElement));
                }
            }

            return items;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new CliException($"{path}({number}): {error.Message} {needs}", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
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
