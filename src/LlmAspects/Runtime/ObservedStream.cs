using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace LlmAspects.Runtime;

/// <summary>
/// A stream and its first enumerator in one object. Items are handed through; a pending pull is answered by this object itself,
/// so that an item costs no allocation. The span is current inside the producer on every pull and never in the consumer.
/// </summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class ObservedStream<T>(IAsyncEnumerable<T> source, Operation operation, CallTokens tokens)
    : IAsyncEnumerable<T>, IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private IAsyncEnumerator<T> _inner = null!;
    private StreamCall _call = null!;
    private ValueTask<bool> _pull;
    private Action<object?>? _continuation;
    private object? _state;
    private Action? _completed;
    private short _version;
    private bool _begun;
    private int _taken;

    public T Current => _inner.Current;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var enumerator = Interlocked.Exchange(ref _taken, 1) == 0 ? this : new ObservedStream<T>(source, operation, tokens) { _taken = 1 };
        enumerator.Open(cancellationToken);
        return enumerator;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (!_begun)
        {
            _begun = true;
            _call.Begin();
        }

        ValueTask<bool> pull;
        try
        {
            pull = _call.Span is { } span ? PullInside(span) : _inner.MoveNextAsync();
            if (pull.IsCompletedSuccessfully)
            {
                return new ValueTask<bool>(_call.Move(pull.Result));
            }
        }
        catch (Exception error) when (_call.Fail(error))
        {
            throw;
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
            disposal = _call.Span is { } span ? DisposeInside(span) : _inner.DisposeAsync();
        }
        catch (Exception error) when (_call.Fail(error))
        {
            throw;
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
            : ValueTaskSourceStatus.Canceled;
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
            return _call.Move(pull.GetAwaiter().GetResult());
        }
        catch (Exception error) when (_call.Fail(error))
        {
            throw;
        }
        finally
        {
            _call.StopSpan();
        }
    }

    private void Open(CancellationToken cancellationToken)
    {
        _call = new StreamCall(operation, tokens.With(cancellationToken), Activity.Current);
        try
        {
            _inner = source.GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception error) when (_call.Fail(error))
        {
            throw;
        }
    }

    private ValueTask<bool> PullInside(Activity span)
    {
        var current = Activity.Current;
        OperationSpan.MakeCurrent(span);
        try
        {
            return _inner.MoveNextAsync();
        }
        finally
        {
            OperationSpan.MakeCurrent(current);
        }
    }

    private ValueTask DisposeInside(Activity span)
    {
        var current = Activity.Current;
        OperationSpan.MakeCurrent(span);
        try
        {
            return _inner.DisposeAsync();
        }
        finally
        {
            OperationSpan.MakeCurrent(current);
        }
    }

    private async ValueTask AwaitDisposal(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
        }
        catch (Exception error) when (_call.Fail(error))
        {
            throw;
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
