using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Orchestration;

/// <summary>Writes what a complexity model learned as JSON and reads it back.</summary>
internal static class ComplexityState
{
    private const string Format = "llmaspects.complexity";
    private const int Version = 1;

    public static string Write(ReadOnlySpan<double> weights, QualityCalibration? calibration, int outcomes)
    {
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int place = 0; place < weights.Length; place++)
        {
            named.Add(ComplexityTerms.Names[place], weights[place]);
        }

        ComplexityFilePoint[]? points = calibration is null ? null : [.. calibration.Points.Select(static point => new ComplexityFilePoint(point.Score, point.Share))];
        return JsonSerializer.Serialize(new ComplexityFile(Format, Version, outcomes, named, points), ComplexityFileJson.Default.ComplexityFile);
    }

    /// <exception cref="LlmOrchestratorException">The text is not what <see cref="Write"/> writes, or of a newer version.</exception>
    public static (double[] Weights, QualityCalibration? Calibration, int Outcomes) Read(string json)
    {
        LearnedFileHeader header = Deserialize(json, LearnedFileHeaderJson.Default.LearnedFileHeader);
        if (header.Format != Format || header.Version is null or < 1)
        {
            throw Invalid($"It has no format '{Format}' with a version.");
        }

        if (header.Version > Version)
        {
            throw new LlmOrchestratorException("complexity_state_version", $"What was learned is of version {header.Version}; this program reads up to version {Version}. Use a newer one.");
        }

        ComplexityFile file = Deserialize(json, ComplexityFileJson.Default.ComplexityFile);
        if (file.Weights.Count != ComplexityTerms.Names.Length || ComplexityTerms.Names.Any(name => !file.Weights.ContainsKey(name)))
        {
            throw Invalid("It needs exactly one weight of each name.");
        }

        return file.Outcomes >= 0 && file.Weights.Values.All(double.IsFinite)
            ? ([.. ComplexityTerms.Names.Select(name => file.Weights[name])], file.Calibration is null ? null : CalibrationOf(file.Calibration), file.Outcomes)
            : throw Invalid("A number is out of range.");
    }

    private static QualityCalibration CalibrationOf(IReadOnlyList<ComplexityFilePoint> points)
    {
        bool isOrdered = points.Count > 0 && points.Zip(points.Skip(1)).All(static pair => pair.First.Score < pair.Second.Score && pair.First.Failures <= pair.Second.Failures);
        return isOrdered && points.All(static point => point is { Score: >= 0 and <= 1, Failures: >= 0 and <= 1 })
            ? QualityCalibration.Of([.. points.Select(static point => (point.Score, point.Failures))])
            : throw Invalid("The points of the calibration must rise from 0 to 1.");
    }

    private static T Deserialize<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Invalid("It is null.");
        }
        catch (JsonException error)
        {
            throw Invalid(error.Message, error);
        }
    }

    private static LlmOrchestratorException Invalid(string why, Exception? cause = null) =>
        new("complexity_state_invalid", $"This is not what a complexity model learned. {why}", cause);
}
