namespace LlmAspects.Benchmarks.Soak;

/// <summary>What is called.</summary>
[LlmComponent(SoakLoad.Component)]
internal static partial class SoakCalls
{
    [ErrorContext, TracePerformance]
    public static partial int Sync(bool fails);

    [ErrorContext, TracePerformance]
    public static partial Task CompleteAsync();

    private static int SyncCore(bool fails) => fails ? throw new FormatException() : 1;

    private static Task CompleteCoreAsync() => Task.CompletedTask;
}
