using System.Text.Json.Serialization;

namespace LlmAspects.Components.Persistence;

/// <summary>Reads the header of any version: what else there is does not matter yet.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LearnedHeader))]
internal sealed partial class LearnedHeaderJson : JsonSerializerContext;
