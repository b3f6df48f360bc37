using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>Questions with the scores of the same models, as a file of JSON lines has them: <c>query</c>, <c>scores</c> by model, and optionally <c>task</c>.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Models">The models.</param>
/// <param name="Questions">The questions, with a score for each model in their order.</param>
internal sealed record RoutingData(string Name, IReadOnlyList<string> Models, IReadOnlyList<RoutingQuestion> Questions)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="CliException">The file cannot be read, or a line is wrong; the message names it.</exception>
    public static RoutingData Read(string path)
    {
        string[]? models = null;
        List<RoutingQuestion> questions = JsonLines.Read(path, row => Parse(row, ref models), "\"query\" (text) and \"scores\" (a number from 0 to 1 for each model)");
        return models is null ? throw new CliException($"'{path}' has no question.", ExitCodes.Usage) : new RoutingData(DataFiles.NameOf(path), models, questions);
    }

    private static RoutingQuestion Parse(JsonElement row, ref string[]? models)
    {
        JsonElement scores = row.GetProperty("scores");
        string[] names = ModelNames.Of(scores, ref models, fewest: 2, "There are fewer than two models to choose from.");
        double[] values = [.. names.Select(name => scores.GetProperty(name).GetDouble())];
        if (values.Any(static value => value is not (>= 0 and <= 1)))
        {
            throw new FormatException("A score is not from 0 to 1.");
        }

        string? group = row.TryGetProperty("task", out JsonElement task) ? task.GetString() : null;
        return new RoutingQuestion(row.Text("query"), group, values);
    }
}
