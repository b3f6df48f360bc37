using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>A claim about a text, and whether people found it supported.</summary>
/// <param name="Context">The text.</param>
/// <param name="Claim">The claim.</param>
/// <param name="IsSupported">The judgement.</param>
internal sealed record QualityRow(string Context, string Claim, bool IsSupported)
{
    public static List<QualityRow> Read(string path) => JsonLines.Read(path, Parse, "\"context\", \"claim\" (texts) and \"supported\" (true or false)");

    private static QualityRow Parse(JsonElement row) => new(Text(row, "context"), Text(row, "claim"), row.GetProperty("supported").GetBoolean());

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? throw new FormatException($"The {name} is null.");
}
