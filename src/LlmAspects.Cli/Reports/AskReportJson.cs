using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Reports;

/// <summary>The JSON form of the report.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", MaxDepth = 1024, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AskReport))]
internal sealed partial class AskReportJson : JsonSerializerContext
{
    public static string Write(AskReport report) => JsonSerializer.Serialize(report, Default.AskReport);

    /// <exception cref="JsonException">The document is no report of <c>ask</c>.</exception>
    public static AskReport Read(JsonElement document) => document.Deserialize(Default.AskReport) ?? throw new JsonException("The document is null, not a report.");
}
