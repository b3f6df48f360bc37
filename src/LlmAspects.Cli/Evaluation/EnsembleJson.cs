using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The figures of <c>eval ensemble</c> for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EnsembleFigure>))]
internal sealed partial class EnsembleJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<EnsembleScore> scores) => JsonSerializer.Serialize([.. scores.SelectMany(static score => global::LlmAspects.Cli.Evaluation.EnsembleFigure.Of(score))], Default.IReadOnlyListEnsembleFigure);
}
