using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Reports;

/// <summary>The JSON form of the report.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AskReport))]
internal sealed partial class AskReportJson : JsonSerializerContext
{
    public static string Write(AskReport report) => JsonSerializer.Serialize(report, Default.AskReport);
}
