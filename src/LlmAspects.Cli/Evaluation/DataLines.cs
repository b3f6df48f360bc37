using System.IO.Compression;
using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Reads labelled data line by line, also from files compressed by gzip, and says which line is wrong.</summary>
internal static class DataLines
{
    /// <summary>Reads a file; empty lines are passed over.</summary>
    /// <param name="file">The file.</param>
    /// <param name="take">Takes a line; it may throw what <see cref="JsonElement"/> and the parsing of numbers throw.</param>
    /// <param name="needs">What every line needs, a sentence for the message when one is wrong; <see langword="null"/> when the error says it.</param>
    /// <exception cref="CliException">The file cannot be read, or a line is wrong; the message names it.</exception>
    public static void Read(string file, Action<string> take, string? needs = null)
    {
        int number = 0;
        try
        {
            foreach (string line in LinesOf(file))
            {
                number++;
                if (line.Length > 0)
                {
                    take(line);
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            string reason = error is KeyNotFoundException ? "A field is missing." : error.Message;
            throw new CliException($"{file}({number}): {reason}{(needs is null ? "" : $" {needs}")}", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CliException($"'{file}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
    }

    private static IEnumerable<string> LinesOf(string file)
    {
        using FileStream stored = File.OpenRead(file);
        using Stream content = DataFiles.IsCompressed(file) ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
