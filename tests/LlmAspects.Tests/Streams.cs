using System.Runtime.CompilerServices;

namespace LlmAspects.Tests;

/// <summary>Streams of numbers that go wrong in known ways.</summary>
internal static class Streams
{
    public static async Task<List<int>> Read(IAsyncEnumerable<int> stream)
    {
        var items = new List<int>();
        await foreach (var item in stream)
        {
            items.Add(item);
        }

        return items;
    }

    public static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            if (number % 2 == 1)
            {
                await Task.Yield();
            }

            yield return number;
        }
    }

    public static async IAsyncEnumerable<int> Failing(Exception error, bool asynchronously)
    {
        yield return 1;
        if (asynchronously)
        {
            await Task.Yield();
        }

        throw error;
    }

    public static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = 0; ; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }
}
