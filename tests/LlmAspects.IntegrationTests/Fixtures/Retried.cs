namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls that fail as told; 100 ms, 300 ms and 900 ms between the attempts.</summary>
internal sealed partial class Retried(TimeProvider clock, Func<int, CancellationToken, object?> attempt)
{
    private readonly TimeProvider _clock = clock;
    private int _attempts;

    public int Attempts => Volatile.Read(ref _attempts);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 4, Factor = 3, BaseDelayMilliseconds = 100, Jitter = false, TimeProvider = nameof(_clock))]
    public partial Task<string> AskAsync(string text, CancellationToken cancellationToken);

    [ErrorContext, RetryWithBackoff(MaxAttempts = 3, BaseDelayMilliseconds = 100, Jitter = false, TimeProvider = nameof(_clock))]
    public partial Task DoAsync(CancellationToken first, CancellationToken second);

    [TracePerformance, RetryWithBackoff(MaxAttempts = 3, BaseDelayMilliseconds = 100, Jitter = false, TimeProvider = nameof(_clock))]
    public partial ValueTask<string> AskValueAsync(string text);

    [RetryWithBackoff(MaxAttempts = 3, BaseDelayMilliseconds = 100, Jitter = false, TimeProvider = nameof(_clock))]
    public partial ValueTask DoValueAsync();

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 3, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public partial string Ask(in int number, string @class, CancellationToken state);

    [RetryWithBackoff(BaseDelayMilliseconds = 0)]
    public partial void Do<T>(T token, int Item2);

    private Task<string> AskCoreAsync(string text, CancellationToken cancellationToken) => (Task<string>)Next(cancellationToken)!;

    private Task DoCoreAsync(CancellationToken first, CancellationToken second) => (Task)Next(first)!;

    private ValueTask<string> AskValueCoreAsync(string text) => new((Task<string>)Next(CancellationToken.None)!);

    private ValueTask DoValueCoreAsync() => new((Task)Next(CancellationToken.None)!);

    private string AskCore(in int number, string @class, CancellationToken state) => Next(state) is { } result ? (string)result : $"{number} {@class}";

    private void DoCore<T>(T token, int Item2) => Next(CancellationToken.None);

    private object? Next(CancellationToken token) => attempt(Interlocked.Increment(ref _attempts), token);
}
