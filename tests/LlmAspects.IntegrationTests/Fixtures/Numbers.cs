using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A stream that tells what it saw: the current activity on every pull, its token, its disposal.</summary>
[LlmComponent("numbers")]
internal sealed partial class Numbers
{
    private readonly List<Activity?> _seen = [];

    /// <summary>The current activity at the beginning of every pull.</summary>
    public IReadOnlyList<Activity?> Seen => _seen;

    /// <summary>Whether the producer's own <c>finally</c> ran.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>The token that reached the producer.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>Counts up; every second pull is pending.</summary>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<int> CountAsync(int end, CancellationToken cancellationToken = default);

    /// <summary>Fails before there is a stream.</summary>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<int> RefuseAsync();

    private async IAsyncEnumerable<int> CountCoreAsync(int end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Token = cancellationToken;
        try
        {
            for (var number = 1; number <= end; number++)
            {
                _seen.Add(Activity.Current);
                if (number % 2 == 0)
                {
                    await Task.Yield();
                }

                cancellationToken.ThrowIfCancellationRequested();
                yield return number;
            }
        }
        finally
        {
            IsDisposed = true;
        }
    }

    private IAsyncEnumerable<int> RefuseCoreAsync() => throw new NotSupportedException(IsDisposed.ToString());
}
