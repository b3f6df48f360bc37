using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Streams that count from 1 and may fail on the way.</summary>
internal static class Producers
{
    public static async IAsyncEnumerable<int> CountAsync(int last = 3)
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    public static async IAsyncEnumerable<int> CountUntilCancelledAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    public static async IAsyncEnumerable<int> FailAfterAsync(int last, bool asynchronously, Exception? error = null)
    {
        for (var number = 1; number <= last; number++)
        {
            yield return number;
        }

        if (asynchronously)
        {
            await Task.Yield();
        }

        throw error ?? new InvalidOperationException();
    }
}
