using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Writes what was learned as JSON and reads it back.</summary>
internal static class LearnedState
{
    private const string Format = "llmaspects.query_optimizer";
    private const int Version = 1;

    public static string Write(IEnumerable<PatternEvidence> evidence, DateTimeOffset now)
    {
        LearnedFilePattern[] patterns = [.. evidence.Select(static item => new LearnedFilePattern(item.Key.Task, item.Key.Feature, item.Key.Strategy, Reports(item.Changed), Reports(item.Unchanged)))];
        return JsonSerializer.Serialize(new LearnedFile(Format, Version, now, patterns), LearnedFileJson.Default.LearnedFile);
    }

    /// <exception cref="PromptException">The text is not what <see cref="Write"/> writes, or of a newer version.</exception>
    public static IReadOnlyCollection<PatternEvidence> Read(string json, string tenant, TimeSpan halfLife, DateTimeOffset now)
    {
        LearnedFileHeader header = Deserialize(json, LearnedFileHeaderJson.Default.LearnedFileHeader);
        if (header.Format != Format || header.Version is null or < 1)
        {
            throw Invalid($"It has no format '{Format}' with a version.");
        }

        if (header.Version > Version)
        {
            throw new PromptException("optimizer_state_version", $"What was learned is of version {header.Version}; this program reads up to version {Version}. Use a newer one.");
        }

        LearnedFile file = Deserialize(json, LearnedFileJson.Default.LearnedFile);
        double left = Math.Pow(0.5, Math.Max(0, (now - file.ExportedAt) / halfLife));
        var evidence = new Dictionary<PatternKey, PatternEvidence>(file.Patterns.Count);
        foreach (LearnedFilePattern? pattern in file.Patterns)
        {
            PatternKey key = KeyOf(pattern, tenant);
            if (!evidence.TryAdd(key, new PatternEvidence(key, Evidence(pattern!.Changed, left), Evidence(pattern.Unchanged, left))))
            {
                throw Invalid("A pattern occurs twice.");
            }
        }

        return evidence.Values;
    }

    private static PatternKey KeyOf(LearnedFilePattern? pattern, string tenant) =>
        pattern is not null && Enum.IsDefined(pattern.Task) && Enum.IsDefined(pattern.Feature) && Enum.IsDefined(pattern.Strategy)
            ? new PatternKey(tenant, pattern.Task, pattern.Feature, pattern.Strategy)
            : throw Invalid("A pattern has an unknown name.");

    private static LearnedFileReports Reports((double Weight, double Value) evidence) => new(evidence.Weight, evidence.Weight > 0 ? Math.Clamp(evidence.Value / evidence.Weight, 0, 1) : 0);

    private static (double Weight, double Value) Evidence(LearnedFileReports reports, double left) =>
        reports is { Reports: >= 0, Quality: >= 0 and <= 1 } && double.IsFinite(reports.Reports)
            ? (reports.Reports * left, reports.Reports * reports.Quality * left)
            : throw Invalid("A number is out of range.");

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

    private static PromptException Invalid(string why, Exception? cause = null) =>
        new("optimizer_state_invalid", $"This is not what the query optimizer learned. {why}", cause);
}
