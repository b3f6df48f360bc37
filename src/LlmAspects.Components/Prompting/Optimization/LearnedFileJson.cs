using System.Text.Json.Serialization;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Reading and writing without reflection; what is not known is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(LearnedFile))]
internal sealed partial class LearnedFileJson : JsonSerializerContext;
