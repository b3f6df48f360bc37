namespace LlmAspects.Components.Prompting;

/// <summary>Counts what a prompt engineer does. Thread-safe.</summary>
internal sealed class PromptTally
{
    private readonly long[] _detected = new long[Enum.GetValues<LlmTask>().Length];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Count, double Sum)> _quality = new(StringComparer.Ordinal);
    private long _built;
    private long _withContext;
    private long _optimized;

    public void CountDetection(LlmTask task) => Interlocked.Increment(ref _detected[(int)task]);

    public void CountPrompt(bool withContext, bool isOptimized)
    {
        if (isOptimized)
        {
            Interlocked.Increment(ref _optimized);
        }

        Interlocked.Increment(ref _built);
        if (withContext)
        {
            Interlocked.Increment(ref _withContext);
        }
    }

    public void CountQuality(string template, double quality)
    {
        lock (_gate)
        {
            (long count, double sum) = _quality.GetValueOrDefault(template);
            _quality[template] = (count + 1, sum + quality);
        }
    }

    public PromptStatistics Snapshot(IEnumerable<CompiledTemplate> templates) => new()
    {
        Built = Interlocked.Read(ref _built),
        WithContext = Interlocked.Read(ref _withContext),
        Optimized = Interlocked.Read(ref _optimized),
        QualityByTemplate = MeanQuality(),
        ByTemplate = templates.Where(template => template.Uses > 0).ToDictionary(template => template.Source.Name, template => template.Uses, StringComparer.Ordinal),
        DetectedTasks = Enum.GetValues<LlmTask>().Where(task => Interlocked.Read(ref _detected[(int)task]) > 0).ToDictionary(task => task, task => Interlocked.Read(ref _detected[(int)task])),
    };

    private Dictionary<string, double> MeanQuality()
    {
        lock (_gate)
        {
            return _quality.ToDictionary(static pair => pair.Key, static pair => pair.Value.Sum / pair.Value.Count, StringComparer.Ordinal);
        }
    }
}
