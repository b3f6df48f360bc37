using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Questions with the scores of the same models, as a file of JSON lines has them: <c>query</c>, <c>scores</c> by model, and optionally <c>task</c>.</summary>
internal sealed record RoutingData(IReadOnlyList<string> Models, IReadOnlyList<RoutingQuestion> Questions)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="CliException">The file cannot be read, or a line is wrong; the message names it.</exception>
    public static RoutingData Read(string path)
    {
        var questions = new List<RoutingQuestion>();
        string[]? models = null;
        try
        {
            foreach ((int index, string line) in File.ReadLines(path).Index())
            {
                if (line.Length > 0)
                {
                    questions.Add(Parse(line, ref models));
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new CliException(
                $"{path}({questions.Count + 1}): {error.Message} Every line needs an object with \"query\" (text) and \"scores\" (a number from 0 to 1 for each model).", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }

        return models is null ? throw new CliException($"'{path}' has no question.", ExitCodes.Usage) : new RoutingData(models, questions);
    }

    private static RoutingQuestion Parse(string line, ref string[]? models)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement scores = document.RootElement.GetProperty("scores");
        string[] names = [.. scores.EnumerateObject().Select(static score => score.Name).Order(StringComparer.Ordinal)];
        models ??= names;
        if (names.Length < 2 || !names.SequenceEqual(models))
        {
            throw new FormatException(names.Length < 2 ? "There are fewer than two models to choose from." : "The models are not those of the first line.");
        }

        double[] values = [.. names.Select(name => scores.GetProperty(name).GetDouble())];
        if (values.Any(static value => value is not (>= 0 and <= 1)))
        {
            throw new FormatException("A score is not from 0 to 1.");
        }

        string? group = document.RootElement.TryGetProperty("task", out JsonElement task) ? task.GetString() : null;
        return new RoutingQuestion(document.RootElement.GetProperty("query").GetString() ?? throw new FormatException("The query is null."), group, values);
    }
}
