using System.Text.Json.Serialization;

namespace LlmAspects.Components.Orchestration;

/// <summary>Reading and writing without reflection; what is not known is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ComplexityFile))]
internal sealed partial class ComplexityFileJson : JsonSerializerContext;
