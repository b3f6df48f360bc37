using LlmAspects.AotProgram.Recording;
using LlmAspects.AotProgram.TaskLikes;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Task-likes, a class without a result and a struct with one: complete when they are returned, and not.</summary>
[LlmComponent("task_likes")]
internal sealed partial class TaskLikeCalls
{
    private int _calls;

    [ErrorContext, TracePerformance] public partial Job RunAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("calls", "{result}")] public partial Ticket<int> ComputeAsync(ReadOnlySpan<char> text, Task gate, Ending ending, CancellationToken cancellationToken);

    private async Job RunCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        _calls++;
        await gate;
        Endings.Reach(ending, cancellationToken);
    }

    private Ticket<int> ComputeCoreAsync(ReadOnlySpan<char> text, Task gate, Ending ending, CancellationToken cancellationToken)
    {
        _calls += text.Length;
        return CountAsync(gate, ending, cancellationToken);
    }

    private async Ticket<int> CountAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await RunAsync(gate, ending, cancellationToken);
        return _calls;
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new TaskLikeCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"complete, {ending}", async () => await calls.RunAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"complete with result, {ending}", async () => await calls.ComputeAsync("four", Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"pending, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.RunAsync(gate, ending, token)));
            await transcript.NoteAsync($"pending with result, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.ComputeAsync("four", gate, ending, token)));
        }
    }
}
