using System.Text.Json;
using LlmAspects.Components;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>A text and what it asks for, as somebody said.</summary>
/// <param name="Text">The text.</param>
/// <param name="Task">What it asks for; <see cref="LlmTask.General"/> when no other label fits.</param>
internal sealed record TaskRow(string Text, LlmTask Task)
{
    private static readonly Dictionary<string, LlmTask> ByName =
        Enum.GetValues<LlmTask>().ToDictionary(static task => JsonNamingPolicy.SnakeCaseLower.ConvertName(task.ToString()), StringComparer.Ordinal);

    public static List<TaskRow> Read(string path) => JsonLines.Read(path, Parse, $"\"text\" and \"task\" ({string.Join(", ", ByName.Keys)})");

    private static TaskRow Parse(JsonElement row) => new(
        row.GetProperty("text").GetString() ?? throw new FormatException("The text is null."),
        ByName.TryGetValue(row.GetProperty("task").GetString() ?? "", out LlmTask task) ? task : throw new FormatException("There is no such task."));
}
