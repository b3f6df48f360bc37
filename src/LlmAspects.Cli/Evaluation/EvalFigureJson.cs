using System.Text.Json;
using System.Text.Json.Serialization;
using LlmAspects.Cli.Evaluation.Suites;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Figures for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EvalFigure>))]
[JsonSerializable(typeof(SafetyWeights))]
internal sealed partial class EvalFigureJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<EvalFigure> figures) => JsonSerializer.Serialize(figures, Default.IReadOnlyListEvalFigure);

    public static string Write(SafetyWeights weights) => JsonSerializer.Serialize(weights, Default.SafetyWeights);
}
