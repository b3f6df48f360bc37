using System.Text.Json;
using LlmAspects.Components.Persistence;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Writes what was learned as JSON and reads it back.</summary>
internal static class LearnedState
{
    private static readonly LearnedFormat Format = new(
        "llmaspects.query_optimizer", Version: 1, "the query optimizer", "optimizer_state", static (code, message, cause) => new PromptException(code, message, cause));

    public static string Write(IEnumerable<PatternEvidence> evidence, DateTimeOffset now)
    {
        LearnedFilePattern[] patterns = [.. evidence.Select(static item => new LearnedFilePattern(item.Key.Task, item.Key.Feature, item.Key.Strategy, Reports(item.Changed), Reports(item.Unchanged)))];
        return JsonSerializer.Serialize(new LearnedFile(Format.Name, Format.Version, now, patterns), LearnedFileJson.Default.LearnedFile);
    }

    /// <exception cref="PromptException">The text is not what <see cref="Write"/> writes, or of a newer version.</exception>
    public static IReadOnlyCollection<PatternEvidence> Read(string json, string tenant, TimeSpan halfLife, DateTimeOffset now)
    {
        LearnedFile file = Format.Read(json, LearnedFileJson.Default.LearnedFile);
        double left = Math.Pow(0.5, Math.Max(0, (now - file.ExportedAt) / halfLife));
        var evidence = new Dictionary<PatternKey, PatternEvidence>(file.Patterns.Count);
        foreach (LearnedFilePattern? pattern in file.Patterns)
        {
            PatternKey key = KeyOf(pattern, tenant);
            if (!evidence.TryAdd(key, new PatternEvidence(key, Evidence(pattern!.Changed, left), Evidence(pattern.Unchanged, left))))
            {
                throw Format.Invalid("A pattern occurs twice.");
            }
        }

        return evidence.Values;
    }

    private static PatternKey KeyOf(LearnedFilePattern? pattern, string tenant) =>
        pattern is not null && Enum.IsDefined(pattern.Task) && Enum.IsDefined(pattern.Feature) && Enum.IsDefined(pattern.Strategy)
            ? new PatternKey(tenant, pattern.Task, pattern.Feature, pattern.Strategy)
            : throw Format.Invalid("A pattern has an unknown name.");

    private static LearnedFileReports Reports((double Weight, double Value) evidence) => new(evidence.Weight, evidence.Weight > 0 ? Math.Clamp(evidence.Value / evidence.Weight, 0, 1) : 0);

    private static (double Weight, double Value) Evidence(LearnedFileReports reports, double left) =>
        reports is { Reports: >= 0, Quality: >= 0 and <= 1 } && double.IsFinite(reports.Reports)
            ? (reports.Reports * left, reports.Reports * reports.Quality * left)
            : throw Format.Invalid("A number is out of range.");
}
