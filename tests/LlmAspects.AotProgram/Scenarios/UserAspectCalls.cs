using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Hooks of a struct around every kind of call, alone and within the built-in aspects; generic hooks, and one that is awaited.</summary>
[LlmComponent("user_aspects")]
internal sealed partial class UserAspectCalls(Transcript transcript)
{
    private int _calls;

    [Aspect<Noting>] internal partial TValue Compute<TValue>(TValue value, Ending ending)
        where TValue : notnull;

    [Aspect<Awaited<string>>(Order = 1), Aspect<Noting>] internal partial Task<int> ComputeAsync(Task gate, Ending ending);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0), Aspect<Noting>]
    public partial ValueTask RunAsync(Task gate, Ending ending);

    [ErrorContext, TracePerformance, Aspect<Noting>] public partial IAsyncEnumerable<int> CountAsync(Ending ending);

    private TValue ComputeCore<TValue>(TValue value, Ending ending)
        where TValue : notnull
    {
        _calls++;
        Endings.Reach(ending, CancellationToken.None);
        return value;
    }

    private async Task<int> ComputeCoreAsync(Task gate, Ending ending)
    {
        await gate;
        Endings.Reach(ending, CancellationToken.None);
        return ++_calls;
    }

    private async ValueTask RunCoreAsync(Task gate, Ending ending)
    {
        _calls++;
        await gate;
        Endings.Reach(ending, CancellationToken.None);
    }

    private async IAsyncEnumerable<int> CountCoreAsync(Ending ending)
    {
        yield return ++_calls;
        await Task.Yield();
        Endings.Reach(ending, CancellationToken.None);
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new UserAspectCalls(transcript);
        foreach (var ending in new[] { Ending.Success, Ending.Failure })
        {
            await transcript.NoteAsync($"reference, {ending}", () => calls.Compute("text", ending));
            await transcript.NoteAsync($"value, {ending}", () => calls.Compute(2.5m, ending));
            await transcript.NoteAsync($"awaited hooks, {ending}", () => calls.ComputeAsync(Task.CompletedTask, ending));
            await transcript.NoteAsync($"complete, {ending}", async () => await calls.RunAsync(Task.CompletedTask, ending));
            await transcript.NoteAsync($"pending, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.RunAsync(gate, ending)));
            await transcript.NoteAsync($"stream, {ending}", async () => transcript.Note($"{await calls.CountAsync(ending).CountAsync()} items"));
        }
    }

    /// <summary>Notes what it sees; its state is the number of hooks so far.</summary>
    private struct Noting
    {
        private int _hooks;

        public void OnEnter(AspectCall call, UserAspectCalls instance) => instance.Note($"{++_hooks} enter {call.Component}.{call.Operation}");

        public void OnSuccess(UserAspectCalls instance) => instance.Note($"{++_hooks} success");

        public void OnSuccess<T>(T result, UserAspectCalls instance) => instance.Note($"{++_hooks} success of {typeof(T).Name}");

        public void OnError(Exception error, UserAspectCalls instance) => instance.Note($"{++_hooks} {error.GetType().Name}");

        public void OnExit(UserAspectCalls instance) => instance.Note($"{++_hooks} exit");
    }

    /// <summary>Awaits before and after the call.</summary>
    private readonly struct Awaited<T>
    {
        public static async ValueTask OnEnter(UserAspectCalls instance)
        {
            await Task.Yield();
            instance.Note("awaited " + typeof(T).Name);
        }

        public static async ValueTask OnExit() => await Task.Yield();
    }

    private void Note(string text) => transcript.Note(text);
}
