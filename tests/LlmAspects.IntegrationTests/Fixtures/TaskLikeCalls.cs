using LlmAspects.AotProgram.TaskLikes;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>What cannot enter an async function, and what has to.</summary>
internal static partial class TaskLikeCalls
{
    [ErrorContext, TracePerformance, Tag("text", "{text}"), Tag("length", "{result.Length}")]
    public static partial Ticket<string> EchoAsync(string text, Task gate);

    [ErrorContext, TracePerformance]
    public static partial Ticket<int> CountAsync(ReadOnlySpan<char> text, ref int calls, out int length);

    [ErrorContext, TracePerformance]
    public static partial Ticket<T> FirstAsync<T>(Task<T> task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance]
    public static partial Job? JobAsync(Task? task);

    [ErrorContext]
    public static partial Job? JobWithContextAsync(Task? task);

    [ErrorContext, Tag("attempt", "{attempt}")]
    public static partial Job RetriedByHandAsync(int attempt, Task task);

    [TracePerformance(SampleEvery = 2)]
    public static partial Ticket<int> SampledAsync();

    [ErrorContext, TracePerformance]
    public static partial Ticket<int> Next { get; }

    private static async Ticket<string> EchoCoreAsync(string text, Task gate)
    {
        await gate;
        return text;
    }

    private static Ticket<int> CountCoreAsync(ReadOnlySpan<char> text, ref int calls, out int length)
    {
        ArgumentOutOfRangeException.ThrowIfZero(text.Length);
        calls++;
        return LaterAsync(length = text.Length);
    }

    private static async Ticket<T> FirstCoreAsync<T>(Task<T> task, CancellationToken first, CancellationToken second) => await task;

    private static Job? JobCoreAsync(Task? task) => task is null ? null : new Job(task);

    private static Job? JobWithContextCoreAsync(Task? task) => JobCoreAsync(task);

    private static Job RetriedByHandCoreAsync(int attempt, Task task) => new(task);

    private static async Ticket<int> SampledCoreAsync() => await LaterAsync(1);

    private static Ticket<int> GetNextCore() => LaterAsync(2);

    private static async Ticket<int> LaterAsync(int value)
    {
        await Task.Yield();
        return value;
    }
}
