namespace LlmAspects.Components.Prompting;

/// <summary>Counts what a prompt engineer does. Thread-safe.</summary>
internal sealed class PromptTally
{
    private readonly long[] _detected = new long[Enum.GetValues<LlmTask>().Length];
    private long _built;
    private long _withContext;

    public void CountDetection(LlmTask task) => Interlocked.Increment(ref _detected[(int)task]);

    public void CountPrompt(bool withContext)
    {
        Interlocked.Increment(ref _built);
        if (withContext)
        {
            Interlocked.Increment(ref _withContext);
        }
    }

    public PromptStatistics Snapshot(IEnumerable<CompiledTemplate> templates) => new()
    {
        Built = Interlocked.Read(ref _built),
        WithContext = Interlocked.Read(ref _withContext),
        ByTemplate = templates.Where(template => template.Uses > 0).ToDictionary(template => template.Source.Name, template => template.Uses, StringComparer.Ordinal),
        DetectedTasks = Enum.GetValues<LlmTask>().Where(task => Interlocked.Read(ref _detected[(int)task]) > 0).ToDictionary(task => task, task => Interlocked.Read(ref _detected[(int)task])),
    };
}
