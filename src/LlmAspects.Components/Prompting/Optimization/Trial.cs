namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What a report about an optimized query teaches. It is reported once.</summary>
internal sealed class Trial(IReadOnlyList<TrialArm> arms)
{
    private int _reported;

    public IReadOnlyList<TrialArm> Arms => arms;

    /// <summary>Whether it had not been reported.</summary>
    public bool TryReport() => Interlocked.Exchange(ref _reported, 1) == 0;
}
