using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace LlmAspects.Runtime;

/// <summary>
/// Stands between an asynchronous enumerator and its consumer. Items are handed through; a pending pull is answered by this object
/// itself, so that an item costs no allocation. The span is current inside the producer on every pull and never in the consumer.
/// </summary>
[StackTraceHidden, DebuggerStepThrough]
internal class ObservedAsyncEnumerator<T> : IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private IAsyncEnumerator<T> _inner = null!;
    private StreamCall _call = null!;
    private StreamTags<T>? _tags;
    private RetriedAsyncEnumerator<T>? _retried;
    private ValueTask<bool> _pull;
    private Action<object?>? _continuation;
    private object? _state;
    private Action? _completed;
    private short _version;

    public T Current => _inner.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        ValueTask<bool> pull;
        try
        {
            pull = _call.Pull() is { } span ? PullInside(span) : _inner.MoveNextAsync();
            if (pull.IsCompletedSuccessfully)
            {
                return new ValueTask<bool>(Move(pull.Result));
            }
        }
        catch (Exception error) when (_call.Fail(error, out var translated))
        {
            throw translated;
        }
        finally
        {
            _call.StopSpan();
        }

        _pull = pull;
        return new ValueTask<bool>(this, _version);
    }

    public ValueTask DisposeAsync()
    {
        ValueTask disposal;
        try
        {
            disposal = DisposeInside(_call.Span);
        }
        catch (Exception error) when (_call.Fail(error, out var translated))
        {
            throw translated;
        }
        finally
        {
            _call.StopSpan();
        }

        if (!disposal.IsCompletedSuccessfully)
        {
            return AwaitDisposal(disposal);
        }

        _call.Dispose();
        return disposal;
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token)
    {
        return token != _version ? ValueTaskSourceStatus.Faulted
            : !_pull.IsCompleted ? ValueTaskSourceStatus.Pending
            : _pull.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
            : _pull.IsFaulted ? ValueTaskSourceStatus.Faulted
            : StatusOfCancelledPull();
    }

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        var isFirst = Interlocked.CompareExchange(ref _continuation, continuation, null) is null;
        if (isFirst)
        {
            _state = state;
        }

        // A second consumer, against the rules, is woken beside the first; who comes later is refused.
        var completed = isFirst ? _completed ??= Completed : PendingSource.Resumption(continuation, state);
        var awaiter = _pull.ConfigureAwait((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0).GetAwaiter();
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0)
        {
            awaiter.OnCompleted(completed);
        }
        else
        {
            awaiter.UnsafeOnCompleted(completed);
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        Check(token);
        _version++;
        var pull = _pull;
        _pull = default;
        try
        {
            return Move(pull.GetAwaiter().GetResult());
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

    /// <summary>Begins to stand before an enumerator that is there.</summary>
    internal void Open(IAsyncEnumerator<T> inner, StreamCall call, StreamTags<T>? tags = null)
    {
        _call = call;
        _inner = inner;
        _retried = inner as RetriedAsyncEnumerator<T>;
        _tags = tags;
    }

    private ValueTaskSourceStatus StatusOfCancelledPull()
    {
        if (!_call.Translates)
        {
            return ValueTaskSourceStatus.Canceled;
        }

        // What is thrown as an error must not look cancelled, and the exception can be fetched once only.
        var task = _pull.AsTask();
        _pull = new ValueTask<bool>(task);
        return _call.IsTranslated(TaskFailure.Extract(task)) ? ValueTaskSourceStatus.Faulted : ValueTaskSourceStatus.Canceled;
    }

    private bool Move(bool hasItem)
    {
        if (hasItem)
        {
            if (_retried is not null)
            {
                GoPastTheRetry(_retried);
            }

            _tags?.Keep(_inner);
        }

        return _call.Move(hasItem);
    }

    // Nothing is retried after the first item, so that no further one passes through the retry.
    private void GoPastTheRetry(RetriedAsyncEnumerator<T> retried)
    {
        _inner = retried.Successor;
        _retried = null;
    }

    private ValueTask<bool> PullInside(Activity span)
    {
        using var scope = new SpanScope(span);
        return _inner.MoveNextAsync();
    }

    private ValueTask DisposeInside(Activity? span)
    {
        using var scope = new SpanScope(span);
        return _inner.DisposeAsync();
    }

    private async ValueTask AwaitDisposal(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
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

    private void Check(short token)
    {
        if (token != _version)
        {
            throw new InvalidOperationException("A ValueTask must be awaited once only.");
        }
    }

    private void Completed()
    {
        var continuation = _continuation!;
        var state = _state;
        _continuation = null;
        _state = null;
        continuation(state);
    }
}
