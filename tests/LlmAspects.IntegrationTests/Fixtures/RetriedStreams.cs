using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Streams that are opened as told; 100 ms and 200 ms between the attempts.</summary>
internal sealed partial class RetriedStreams(TimeProvider clock, Func<int, CancellationToken, IAsyncEnumerable<int>> attempt)
{
    private readonly TimeProvider _clock = clock;
    private int _attempts;

    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>What was current whenever the producer ran.</summary>
    public List<Activity?> Seen { get; } = [];

    /// <summary>How many enumerations of the producer have ended.</summary>
    public int Disposed { get; private set; }

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, Handle = [typeof(InvalidOperationException)], TimeProvider = nameof(_clock))]
    public partial IAsyncEnumerable<int> ReadAsync(CancellationToken first = default, CancellationToken second = default);

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, TimeProvider = nameof(_clock))]
    public partial IAsyncEnumerable<int> IterateAsync(CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, RetryWithBackoff]
    public static partial IAsyncEnumerable<T>? PassAsync<T>(IAsyncEnumerable<T>? stream);

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 0)]
    [Tag("retried.last", "{last}")]
    public partial IAsyncEnumerable<int> TagAsync([Tag] string question);

    private IAsyncEnumerable<int> TagCoreAsync(string question) => attempt(Interlocked.Increment(ref _attempts), CancellationToken.None);

    private IAsyncEnumerable<int> ReadCoreAsync(CancellationToken first, CancellationToken second) => attempt(Interlocked.Increment(ref _attempts), first);

    private async IAsyncEnumerable<int> IterateCoreAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            Seen.Add(Activity.Current);
            await foreach (var item in attempt(Interlocked.Increment(ref _attempts), cancellationToken))
            {
                Seen.Add(Activity.Current);
                yield return item;
                Seen.Add(Activity.Current);
            }
        }
        finally
        {
            Disposed++;
        }
    }

    private static IAsyncEnumerable<T>? PassCoreAsync<T>(IAsyncEnumerable<T>? stream) => stream;
}
