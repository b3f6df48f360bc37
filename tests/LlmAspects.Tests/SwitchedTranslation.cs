using System.Runtime.CompilerServices;
using LlmAspects.Errors;
using LlmAspects.Runtime;

namespace LlmAspects.Tests;

/// <summary>Fails in every way that a wrapper hands on, with errors that are translated.</summary>
internal static class SwitchedTranslation
{
    private static readonly Operation Call = Operation.Create("switch", "translation", AspectKinds.ErrorContext | AspectKinds.TracePerformance, null, new OperationOptions
    {
        Translation = new ErrorTranslation(typeof(NotSupportedException), static (message, cause) => new NotSupportedException(message, cause)),
    });

    /// <summary>Names what was translated, and how many errors were recorded.</summary>
    public static async Task<string> RunAsync()
    {
        var translated = new List<string>();
        var error = new FormatException();
        if (!Call.Observe(error) && Call.TryTranslate(error, out var thrown) && thrown is NotSupportedException)
        {
            translated.Add("value");
        }

        await AddAsync("task", Call.Exit(Task.FromException(error), 0, null));
        await AddAsync("pending", Call.Exit(FailAsync(), 0, null));
        await AddAsync("valuetask", Call.Exit(new ValueTask(FailAsync()), 0, null).AsTask());
        await AddAsync("stream", Call.Exit(StreamAsync()).GetAsyncEnumerator().MoveNextAsync().AsTask());
        return $"{string.Join(", ", translated)}; errors {ErrorAggregator.Shared.TotalCount}";

        async Task AddAsync(string name, Task call)
        {
            try
            {
                await call;
            }
            catch (NotSupportedException)
            {
                translated.Add(name);
            }
        }
    }

    private static async Task FailAsync()
    {
        await Task.Yield();
        throw new FormatException();
    }

    private static async IAsyncEnumerable<int> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await FailAsync().WaitAsync(cancellationToken);
        yield return 1;
    }
}
