using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A stream and its first enumerator in one object.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class ObservedStream<T>(IAsyncEnumerable<T> source, Operation operation, CallTokens tokens, StreamTags<T>? tags = null) : ObservedAsyncEnumerator<T>, IAsyncEnumerable<T>
{
    private int _taken;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var enumerator = Interlocked.Exchange(ref _taken, 1) == 0 ? this : new ObservedAsyncEnumerator<T>();
        var own = tags?.Fresh();
        var call = new StreamCall(operation, tokens.With(cancellationToken), Activity.Current, own);
        try
        {
            enumerator.Open(source.GetAsyncEnumerator(cancellationToken), call, own);
        }
        catch (Exception error) when (call.Fail(error, out var translated))
        {
            throw translated;
        }

        return enumerator;
    }
}
