using System.Text.Json.Serialization;

namespace LlmAspects.Reports;

/// <summary>Serialization without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 1024,
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PerformanceReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
