using System.Collections;
using System.Diagnostics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A method of each shape that is pulled: sequences and enumerators.</summary>
[LlmComponent("words")]
internal sealed partial class Words
{
    private readonly List<Activity?> _seen = [];

    /// <summary>The current activity at the beginning of every pull of <see cref="Split"/>.</summary>
    public IReadOnlyList<Activity?> Seen => _seen;

    /// <summary>Whether the producer's own <c>finally</c> ran.</summary>
    public bool IsDisposed { get; private set; }

    [ErrorContext, TracePerformance] public partial IEnumerable<string> Split(string text, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance] public partial IEnumerable<T> Pass<T>(IEnumerable<T> items);

    [ErrorContext, TracePerformance] public partial IEnumerable<string>? Refuse(string? text);

    [ErrorContext, TracePerformance(ItemTiming = true)] public partial IEnumerable Objects(string text);

    [ErrorContext, TracePerformance] public partial IEnumerator<string> Enumerate(string text);

    [ErrorContext, TracePerformance] public partial IEnumerator EnumerateObjects(string text);

    [ErrorContext, TracePerformance] public partial IAsyncEnumerator<string> EnumerateAsync(string text, CancellationToken first, CancellationToken second);

    private IEnumerable<string> SplitCore(string text, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var word in text.Split(' '))
            {
                _seen.Add(Activity.Current);
                cancellationToken.ThrowIfCancellationRequested();
                yield return word;
            }
        }
        finally
        {
            IsDisposed = true;
        }
    }

    private IEnumerable<T> PassCore<T>(IEnumerable<T> items) => Count(items);

    private IEnumerable<string>? RefuseCore(string? text) => text is null ? null : throw new NotSupportedException(IsDisposed.ToString());

    private IEnumerable ObjectsCore(string text) => SplitCore(text, CancellationToken.None);

    private IEnumerator<string> EnumerateCore(string text) => SplitCore(text, CancellationToken.None).GetEnumerator();

    private IEnumerator EnumerateObjectsCore(string text) => EnumerateCore(text);

    private async IAsyncEnumerator<string> EnumerateCoreAsync(string text, CancellationToken first, CancellationToken second)
    {
        foreach (var word in SplitCore(text, second))
        {
            await Task.Yield();
            first.ThrowIfCancellationRequested();
            yield return word;
        }
    }

    private T Count<T>(T value)
    {
        _seen.Add(Activity.Current);
        return value;
    }
}
