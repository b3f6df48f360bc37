using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>A text that people judged, and of which kind it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsUnsafe">The judgement.</param>
/// <param name="Category">The kind; <see langword="null"/> when the file does not say.</param>
internal sealed record SafetyRow(string Text, bool IsUnsafe, string? Category)
{
    public static List<SafetyRow> Read(string path) => JsonLines.Read(path, Parse, "\"text\" and \"unsafe\" (true or false)");

    private static SafetyRow Parse(JsonElement row) => new(
        row.GetProperty("text").GetString() ?? throw new FormatException("The text is null."),
        row.GetProperty("unsafe").GetBoolean(),
        row.TryGetProperty("category", out JsonElement category) ? category.GetString() : null);
}
