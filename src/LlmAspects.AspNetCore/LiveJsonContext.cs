using System.Text.Json.Serialization;
using LlmAspects.Tracing;

namespace LlmAspects.AspNetCore;

/// <summary>Serialization without reflection, in the shape of the report.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 1024,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<PerformanceStats>))]
[JsonSerializable(typeof(ErrorsDocument))]
[JsonSerializable(typeof(IReadOnlyList<TraceNode>))]
internal sealed partial class LiveJsonContext : JsonSerializerContext;
