using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>The scorecard for programs.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Scorecard))]
internal sealed partial class ScorecardJson : JsonSerializerContext
{
    public static string Write(Scorecard card) => JsonSerializer.Serialize(card, Default.Scorecard) + "\n";
}
