using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>The layout of the file of scenarios: an unknown name is a mistake. Enumerations are read without regard to case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ScenarioSet))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
