using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Reads labelled data line by line, and says which line is wrong.</summary>
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
            foreach (string line in File.ReadLines(file))
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
            throw new CliException($"{file}({number}): {error.Message}{(needs is null ? "" : $" {needs}")}", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{file}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
    }
}
