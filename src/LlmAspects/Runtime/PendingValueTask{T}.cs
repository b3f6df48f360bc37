using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace LlmAspects.Runtime;

/// <inheritdoc cref="PendingSource"/>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class PendingValueTask<T> : PendingSource, IValueTaskSource<T>
{
    private ValueTask<T> _inner;

    protected override bool IsInnerCompleted => _inner.IsCompleted;

    internal static ValueTask<T> Await(ValueTask<T> inner, Operation operation, long started, Activity? activity, CallTokens tokens)
    {
        var source = SourcePool<PendingValueTask<T>>.TryTake() ?? new PendingValueTask<T>();
        source._inner = inner;
        source.Begin(operation, started, activity, tokens);
        return new ValueTask<T>(source, source.Version);
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        // Thrown here, the refusal would end the process: AsTask asks for the status in a continuation that nobody guards.
        return token != Version ? ValueTaskSourceStatus.Faulted
            : !_inner.IsCompleted ? ValueTaskSourceStatus.Pending
            : _inner.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
            : _inner.IsFaulted ? ValueTaskSourceStatus.Faulted
            : StatusOfCancelled();
    }

    public T GetResult(short token)
    {
        Check(token);
        T result;
        try
        {
            result = _inner.GetAwaiter().GetResult();
        }
        catch (Exception error) when (FailAndRecycle(error, out var translated))
        {
            throw translated;
        }

        Succeed();
        Recycle();
        return result;
    }

    protected override void Register(Action completed, bool useSchedulingContext, bool flowExecutionContext)
    {
        var awaiter = _inner.ConfigureAwait(useSchedulingContext).GetAwaiter();
        if (flowExecutionContext)
        {
            awaiter.OnCompleted(completed);
        }
        else
        {
            awaiter.UnsafeOnCompleted(completed);
        }
    }

    protected override Task KeepInner()
    {
        var task = _inner.AsTask();
        _inner = new ValueTask<T>(task);
        return task;
    }

    protected override void Recycle()
    {
        _inner = default;
        if (Retire())
        {
            SourcePool<PendingValueTask<T>>.Return(this);
        }
    }
}
