namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Makes calls end as a scenario wants it.</summary>
internal static class Endings
{
    public static Ending[] All { get; } = [Ending.Success, Ending.Failure, Ending.Cancellation];

    /// <summary>A token that is cancelled exactly when the call is to end so.</summary>
    public static CancellationToken TokenFor(Ending ending) => new(canceled: ending == Ending.Cancellation);

    /// <summary>Ends a call at once.</summary>
    public static void Reach(Ending ending, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ending == Ending.Failure)
        {
            throw new InvalidOperationException("A message that is not recorded.");
        }
    }

    /// <summary>Starts a call that waits for a gate, and opens the gate when the call is pending and awaited.</summary>
    public static async Task OpenWhenPendingAsync(Func<Task, Task> call)
    {
        var gate = new TaskCompletionSource();
        var running = call(gate.Task);
        gate.SetResult();
        await running;
    }
}
