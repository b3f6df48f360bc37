using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Tasks that are complete when they are returned, and tasks that are not.</summary>
[LlmComponent("tasks")]
internal sealed partial class TaskCalls
{
    private int _calls;

    [ErrorContext, TracePerformance] public partial Task RunAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial Task<int> ComputeAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    private async Task RunCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        _calls++;
        await gate;
        Endings.Reach(ending, cancellationToken);
    }

    private async Task<int> ComputeCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await RunAsync(gate, ending, cancellationToken);
        return _calls;
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new TaskCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"complete, {ending}", () => calls.RunAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"complete with result, {ending}", () => calls.ComputeAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"pending, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.RunAsync(gate, ending, token)));
            await transcript.NoteAsync($"pending with result, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.ComputeAsync(gate, ending, token)));
        }
    }
}
