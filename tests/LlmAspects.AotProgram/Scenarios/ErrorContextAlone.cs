using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Methods that record failures only; their names are given.</summary>
internal static partial class ErrorContextAlone
{
    [ErrorContext("errors_only", "divide")] public static partial int Divide(int dividend, int divisor);

    [ErrorContext(Component = "errors_only")] public static partial Task FailAsync(Task gate);

    [ErrorContext(Component = "errors_only")] public static partial ValueTask<int> FailValueAsync(Task gate);

    [ErrorContext(Component = "errors_only")] public static partial IAsyncEnumerable<int> FailStreamAsync(Task gate, CancellationToken cancellationToken);

    private static int DivideCore(int dividend, int divisor) => dividend / divisor;

    private static async Task FailCoreAsync(Task gate)
    {
        await gate;
        throw new FormatException("outer", new TimeoutException("inner"));
    }

    private static async ValueTask<int> FailValueCoreAsync(Task gate)
    {
        await gate;
        throw new FormatException();
    }

    private static async IAsyncEnumerable<int> FailStreamCoreAsync(Task gate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        yield return 1;
        throw new FormatException();
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        await transcript.NoteAsync("value", () => Divide(4, 2));
        await transcript.NoteAsync("value, failed", () => Divide(4, 0));
        await transcript.NoteAsync("task, failed", () => FailAsync(Task.CompletedTask));
        await transcript.NoteAsync("pending task, failed", () => Endings.OpenWhenPendingAsync(FailAsync));
        await transcript.NoteAsync("pending value task, failed", () => Endings.OpenWhenPendingAsync(async gate => await FailValueAsync(gate)));
        await transcript.NoteAsync("stream, failed", async () => await FailStreamAsync(Task.CompletedTask, CancellationToken.None).CountAsync());
    }
}
