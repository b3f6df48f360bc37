using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Value tasks that are complete when they are returned, and value tasks that are not.</summary>
[LlmComponent("value_tasks")]
internal sealed partial class ValueTaskCalls
{
    private int _calls;

    [ErrorContext, TracePerformance] public partial ValueTask RunAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial ValueTask<int> ComputeAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    private async ValueTask RunCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        _calls++;
        await gate;
        Endings.Reach(ending, cancellationToken);
    }

    private async ValueTask<int> ComputeCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await RunAsync(gate, ending, cancellationToken);
        return _calls;
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new ValueTaskCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"complete, {ending}", async () => await calls.RunAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"complete with result, {ending}", async () => await calls.ComputeAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"pending, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.RunAsync(gate, ending, token)));
            await transcript.NoteAsync($"pending with result, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.ComputeAsync(gate, ending, token)));
        }
    }
}
