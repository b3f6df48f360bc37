using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>What a printed stack trace shows of two operations, one within the other.</summary>
internal static partial class StackTraces
{
    private const MethodImplOptions AFrameOfItsOwn = MethodImplOptions.NoInlining;

    [ErrorContext, TracePerformance] public static partial void Outer();

    [ErrorContext, TracePerformance] public static partial void Inner();

    [ErrorContext, TracePerformance] public static partial ValueTask OuterValueAsync(Task gate);

    [ErrorContext, TracePerformance] public static partial ValueTask InnerValueAsync(Task gate);

    [MethodImpl(AFrameOfItsOwn)]
    private static void OuterCore() => Inner();

    [MethodImpl(AFrameOfItsOwn)]
    private static void InnerCore() => throw new InvalidOperationException();

    private static async ValueTask OuterValueCoreAsync(Task gate) => await InnerValueAsync(gate);

    private static async ValueTask InnerValueCoreAsync(Task gate)
    {
        await gate;
        throw new InvalidOperationException();
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        await NoteTraceAsync(transcript, () => Task.Run(Outer));
        await NoteTraceAsync(transcript, () => Endings.OpenWhenPendingAsync(async gate => await OuterValueAsync(gate)));
    }

    private static async Task NoteTraceAsync(Transcript transcript, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (InvalidOperationException error)
        {
            transcript.Note(string.Join(" < ", error.ToString().Split('\n').Select(MethodOf).Where(static method => method.Length > 0)));
        }
    }

    // "at X.OuterCore() in file:line 1" under the JIT, "at X.OuterCore() + 0x1f" native; an async one is "at X.<OuterValueCoreAsync>d__1.MoveNext() + 0x2a" there.
    private static string MethodOf(string line)
    {
        string[] known = [nameof(OuterValueCoreAsync), nameof(InnerValueCoreAsync), nameof(OuterValueAsync), nameof(InnerValueAsync), nameof(OuterCore), nameof(InnerCore), nameof(Outer), nameof(Inner)];
        return Array.Find(known, method => line.Contains($".{method}(", StringComparison.Ordinal) || line.Contains($"<{method}>", StringComparison.Ordinal))
            ?? (line.Contains("LlmAspects.Runtime", StringComparison.Ordinal) ? line.Trim() : string.Empty);
    }
}
