using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Figures for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EvaluationFigure>))]
internal sealed partial class EvaluationJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<EvaluationFigure> figures) => JsonSerializer.Serialize(figures, Default.IReadOnlyListEvaluationFigure);
}
