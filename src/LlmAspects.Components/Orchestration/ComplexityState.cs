using System.Text.Json;
using LlmAspects.Components.Persistence;
using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Orchestration;

/// <summary>Writes what a complexity model learned as JSON and reads it back.</summary>
internal static class ComplexityState
{
    private static readonly LearnedFormat Format = new(
        "llmaspects.complexity", Version: 1, "a complexity model", "complexity_state", static (code, message, cause) => new LlmOrchestratorException(code, message, cause));

    public static string Write(ReadOnlySpan<double> weights, QualityCalibration? calibration, int outcomes)
    {
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int place = 0; place < weights.Length; place++)
        {
            named.Add(ComplexityTerms.Names[place], weights[place]);
        }

        ComplexityFilePoint[]? points = calibration is null ? null : [.. calibration.Points.Select(static point => new ComplexityFilePoint(point.Score, point.Share))];
        return JsonSerializer.Serialize(new ComplexityFile(Format.Name, Format.Version, outcomes, named, points), ComplexityFileJson.Default.ComplexityFile);
    }

    /// <exception cref="LlmOrchestratorException">The text is not what <see cref="Write"/> writes, or of a newer version.</exception>
    public static (double[] Weights, QualityCalibration? Calibration, int Outcomes) Read(string json)
    {
        ComplexityFile file = Format.Read(json, ComplexityFileJson.Default.ComplexityFile);
        if (file.Weights.Count != ComplexityTerms.Names.Length || ComplexityTerms.Names.Any(name => !file.Weights.ContainsKey(name)))
        {
            throw Format.Invalid("It needs exactly one weight of each name.");
        }

        return file.Outcomes >= 0 && file.Weights.Values.All(double.IsFinite)
            ? ([.. ComplexityTerms.Names.Select(name => file.Weights[name])], file.Calibration is null ? null : CalibrationOf(file.Calibration), file.Outcomes)
            : throw Format.Invalid("A number is out of range.");
    }

    private static QualityCalibration CalibrationOf(IReadOnlyList<ComplexityFilePoint> points)
    {
        bool isOrdered = points.Count > 0 && points.Zip(points.Skip(1)).All(static pair => pair.First.Score < pair.Second.Score && pair.First.Failures <= pair.Second.Failures);
        return isOrdered && points.All(static point => point is { Score: >= 0 and <= 1, Failures: >= 0 and <= 1 })
            ? QualityCalibration.Of([.. points.Select(static point => (point.Score, point.Failures))])
            : throw Format.Invalid("The points of the calibration must rise from 0 to 1.");
    }
}
