using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Figures for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EvalFigure>))]
internal sealed partial class EvalFigureJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<EvalFigure> figures) => JsonSerializer.Serialize(figures, Default.IReadOnlyListEvalFigure);
}
