using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The figures of <c>eval routing</c> for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<RoutingScore>))]
internal sealed partial class RoutingJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<RoutingScore> scores) => JsonSerializer.Serialize(scores, Default.IReadOnlyListRoutingScore);
}
