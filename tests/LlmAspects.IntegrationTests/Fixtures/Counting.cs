namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Hooks that cost nothing but themselves.</summary>
internal struct Counting
{
    private int _hooks;

    public static long Total { get; private set; }

    public void OnEnter(AspectCall call) => _hooks += call.Method.Length;

    public void OnSuccess() => _hooks++;

    public void OnSuccess<T>(T result) => _hooks += result is null ? 0 : 1;

    public void OnError(Exception error) => _hooks--;

    public readonly void OnExit() => Total += _hooks;
}

/// <summary>Methods whose Core counts its calls and hands its argument back, between two counting aspects.</summary>
internal sealed partial class Counted
{
    private long _calls;


    [ErrorContext, TracePerformance, Aspect<Counting>, Aspect<Counting>] public partial int Value(int value);

    [Aspect<Counting>, Aspect<Counting>] public partial int ValueAlone(int value);

    [ErrorContext, TracePerformance, Aspect<Counting>, Aspect<Counting>] public partial Task<T> TaskAsync<T>(Task<T> task, CancellationToken cancellationToken = default);

    [Aspect<Counting>] public partial Task TaskAloneAsync(Task task);

    [ErrorContext, TracePerformance, Aspect<Counting>] public partial ValueTask<int> ValueTaskAsync(int value);

    private int ValueCore(int value) => Count(value);

    private int ValueAloneCore(int value) => Count(value);

    private Task<T> TaskCoreAsync<T>(Task<T> task, CancellationToken cancellationToken) => Count(task);

    private Task TaskAloneCoreAsync(Task task) => Count(task);

    private ValueTask<int> ValueTaskCoreAsync(int value) => new(Count(value));

    private T Count<T>(T value)
    {
        _calls++;
        return value;
    }
}
