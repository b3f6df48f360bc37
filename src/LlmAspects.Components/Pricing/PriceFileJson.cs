using System.Text.Json.Serialization;

namespace LlmAspects.Components.Pricing;

/// <summary>Reading without reflection; what is not known is an error, so that a misspelt price is never a missing one.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PriceFile))]
[JsonSerializable(typeof(PriceFileHeader))]
internal sealed partial class PriceFileJson : JsonSerializerContext;
