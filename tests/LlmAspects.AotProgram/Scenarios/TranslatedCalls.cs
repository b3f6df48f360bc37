using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Errors that leave their component as its own exception, in every shape.</summary>
[LlmComponent("translated")]
internal sealed partial class TranslatedCalls
{
    private int _calls;

    [ErrorContext(TranslateTo = typeof(TranslatedException)), TracePerformance] public partial int Compute(Ending ending, CancellationToken cancellationToken);

    [ErrorContext(TranslateTo = typeof(TranslatedException)), TracePerformance] public partial Task<int> ComputeAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext(TranslateTo = typeof(TranslatedException)), TracePerformance] public partial ValueTask RunValueAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext(TranslateTo = typeof(TranslatedException)), TracePerformance] public partial IAsyncEnumerable<int> CountAsync(Ending ending, CancellationToken cancellationToken);

    private int ComputeCore(Ending ending, CancellationToken cancellationToken)
    {
        Endings.Reach(ending, cancellationToken);
        return ++_calls;
    }

    private async Task<int> ComputeCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await gate;
        return Compute(ending, cancellationToken);
    }

    private async ValueTask RunValueCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await gate;
        ComputeCore(ending, cancellationToken);
    }

    private async IAsyncEnumerable<int> CountCoreAsync(Ending ending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return _calls;
        await Task.Yield();
        ComputeCore(ending, cancellationToken);
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new TranslatedCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await NoteAsync(transcript, $"value, {ending}", () => Task.FromResult(calls.Compute(ending, token)));
            await NoteAsync(transcript, $"complete task, {ending}", () => calls.ComputeAsync(Task.CompletedTask, ending, token));
            await NoteAsync(transcript, $"pending task, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.ComputeAsync(gate, ending, token)));
            await NoteAsync(transcript, $"pending value task, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.RunValueAsync(gate, ending, token)));
            await NoteAsync(transcript, $"stream, {ending}", async () => await calls.CountAsync(ending, token).CountAsync(CancellationToken.None));
        }
    }

    // With the message of the translation, which tells nothing of the error, and the cause.
    private static Task NoteAsync(Transcript transcript, string name, Func<Task> call) => transcript.NoteAsync(name, async () =>
    {
        try
        {
            await call();
        }
        catch (TranslatedException error)
        {
            transcript.Note($"{name}: {error.Message} Cause: {error.InnerException?.GetType().Name}");
            throw;
        }
    });

    internal sealed class TranslatedException(string message, Exception cause) : Exception(message, cause);
}
