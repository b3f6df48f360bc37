using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Stands between an enumerator and its consumer. The span is current inside the producer on every pull and never in the consumer.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal class ObservedEnumerator(Operation operation, CallTokens tokens, StreamTags? tags = null) : IEnumerator, IDisposable
{
    private IEnumerator _inner = null!;
    private StreamCall _call = null!;

    public object? Current => _inner.Current;

    private protected Operation Operation => operation;

    private protected CallTokens Tokens => tokens;

    private protected StreamTags? Tags => tags;

    public bool MoveNext()
    {
        try
        {
            var hasItem = _call.Pull() is { } span ? MoveInside(span) : _inner.MoveNext();
            if (hasItem)
            {
                _call.Keep(_inner);
            }

            return _call.Move(hasItem);
        }
        catch (Exception error) when (_call.Fail(error, out var translated))
        {
            throw translated;
        }
        finally
        {
            _call.StopSpan();
        }
    }

    /// <summary>What the inner one refuses is refused and leaves the record running; otherwise the record ends and the next pull begins another.</summary>
    public void Reset()
    {
        _inner.Reset();
        _call.Dispose();
        _call = NewCall();
    }

    public void Dispose()
    {
        if (_inner is not IDisposable disposable)
        {
            _call.Dispose();
            return;
        }

        try
        {
            using var scope = new SpanScope(_call.Span);
            disposable.Dispose();
        }
        catch (Exception error) when (_call.Fail(error, out var translated))
        {
            throw translated;
        }
        finally
        {
            _call.StopSpan();
        }

        _call.Dispose();
    }

    /// <summary>Begins to stand before an enumerator that is there.</summary>
    internal virtual void Open(IEnumerator inner)
    {
        _call = NewCall();
        _inner = inner;
    }

    /// <summary>Begins to stand before the enumerator that a sequence makes.</summary>
    internal void Open<TSequence>(TSequence sequence, Func<TSequence, IEnumerator> enumerate)
    {
        var call = NewCall();
        try
        {
            Open(enumerate(sequence));
        }
        catch (Exception error) when (call.Fail(error, out var translated))
        {
            throw translated;
        }
    }

    private StreamCall NewCall() => new(operation, tokens, Activity.Current, tags?.Fresh());

    private bool MoveInside(Activity span)
    {
        using var scope = new SpanScope(span);
        return _inner.MoveNext();
    }
}
