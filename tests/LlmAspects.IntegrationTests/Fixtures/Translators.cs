using System.Collections;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods with translated errors that have no token, are pulled, carry tags, or do not trace.</summary>
internal static partial class Translators
{
    [ErrorContext(TranslateTo = typeof(CallException))] public static partial int Alone(Func<int> body);

    [ErrorContext(TranslateTo = typeof(CallException))] public static partial ValueTask<int> WaitAsync(Task<int> task);

    [ErrorContext(TranslateTo = typeof(CallException)), TracePerformance] public static partial Task<int> TagAsync([Tag] string model, Task<int> task);

    [ErrorContext(TranslateTo = typeof(CallException)), TracePerformance] public static partial IEnumerable<int> Items(Action before);

    [ErrorContext(TranslateTo = typeof(CallException)), TracePerformance] public static partial IEnumerable Objects(Action before);

    [ErrorContext(TranslateTo = typeof(CallException)), TracePerformance] public static partial IAsyncEnumerable<int> ItemsAsync(Action before);

    [ErrorContext(TranslateTo = typeof(CallException)), TracePerformance] public static partial IAsyncEnumerator<int> EnumerateAsync(Task before);

    [ErrorContext(TranslateTo = typeof(UntranslatableException))] public static partial int Fail(int result, Exception error);

    [ErrorContext(TranslateTo = typeof(CallException))] public static partial Func<int> Next { get; set; }

    private static int AloneCore(Func<int> body) => body();

    private static async ValueTask<int> WaitCoreAsync(Task<int> task) => await task;

    private static Task<int> TagCoreAsync(string model, Task<int> task) => model.Length == 0 ? Task.FromResult(0) : task;

    private static IEnumerable<int> ItemsCore(Action before)
    {
        yield return 1;
        before();
        yield return 2;
    }

    private static IEnumerable ObjectsCore(Action before) => ItemsCore(before);

    private static async IAsyncEnumerable<int> ItemsCoreAsync(Action before)
    {
        yield return 1;
        await Task.Yield();
        before();
        yield return 2;
    }

    private static async IAsyncEnumerator<int> EnumerateCoreAsync(Task before)
    {
        await before;
        yield return 1;
    }

    private static int FailCore(int result, Exception error) => result > 0 ? result : throw error;

    private static Func<int> GetNextCore() => throw new FormatException();

    private static void SetNextCore(Func<int> value) => value();
}
