namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods whose Core hands its argument back.</summary>
internal sealed partial class Passing
{
    private long _calls;

    [ErrorContext, TracePerformance] public partial int Value(int value);

    [ErrorContext] public partial int ValueWithContext(int value);

    [ErrorContext, TracePerformance] public partial ReadOnlySpan<char> Span(ReadOnlySpan<char> value, in int skip);

    [ErrorContext, TracePerformance] public partial Task TaskAsync(Task task);

    [ErrorContext, TracePerformance] public partial Task<T> TaskOfTAsync<T>(Task<T> task, CancellationToken first = default, CancellationToken second = default);

    [ErrorContext] public partial Task<string> TaskWithContextAsync(Task<string> task);

    [ErrorContext, TracePerformance] public partial ValueTask<T> ValueTaskAsync<T>(ValueTask<T> task);

    [ErrorContext, TracePerformance] public partial IAsyncEnumerable<int> StreamAsync(IAsyncEnumerable<int> stream);

    private int ValueCore(int value) => Count(value);

    private int ValueWithContextCore(int value) => Count(value);

    private ReadOnlySpan<char> SpanCore(ReadOnlySpan<char> value, in int skip) => value[Count(skip)..];

    private Task TaskCoreAsync(Task task) => Count(task);

    private Task<T> TaskOfTCoreAsync<T>(Task<T> task, CancellationToken first, CancellationToken second) => Count(task);

    private Task<string> TaskWithContextCoreAsync(Task<string> task) => Count(task);

    private ValueTask<T> ValueTaskCoreAsync<T>(ValueTask<T> task) => Count(task);

    private IAsyncEnumerable<int> StreamCoreAsync(IAsyncEnumerable<int> stream) => Count(stream);

    private T Count<T>(T value)
    {
        _calls++;
        return value;
    }
}
