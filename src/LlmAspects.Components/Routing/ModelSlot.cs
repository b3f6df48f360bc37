namespace LlmAspects.Components.Routing;

/// <summary>The counters of one model id; they outlive a version of the catalogue.</summary>
internal sealed class ModelSlot
{
    private long _timesFirst;
    private long _outcomes;
    private long _successes;

    public long TimesFirst => Interlocked.Read(ref _timesFirst);

    public long Outcomes => Interlocked.Read(ref _outcomes);

    public long Successes => Interlocked.Read(ref _successes);

    /// <summary>The number of its last turn under round-robin; guarded by the one who counts the turns.</summary>
    public long LastTurn { get; set; }

    public void CountFirst() => Interlocked.Increment(ref _timesFirst);

    public void Count(bool succeeded)
    {
        Interlocked.Increment(ref _outcomes);
        if (succeeded)
        {
            Interlocked.Increment(ref _successes);
        }
    }
}
