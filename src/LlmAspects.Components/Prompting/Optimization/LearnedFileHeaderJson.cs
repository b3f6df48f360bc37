using System.Text.Json.Serialization;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Reads the header of any version: what else there is does not matter yet.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LearnedFileHeader))]
internal sealed partial class LearnedFileHeaderJson : JsonSerializerContext;
