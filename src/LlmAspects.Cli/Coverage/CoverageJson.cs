using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Coverage;

/// <summary>The coverage for programs.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CoverageReport))]
internal sealed partial class CoverageJson : JsonSerializerContext
{
    public static string Write(CoverageReport report) => JsonSerializer.Serialize(report, Default.CoverageReport) + "\n";
}
