using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace LlmAspects.AotProgram.TaskLikes;

/// <summary>What a ticket stands for.</summary>
internal sealed class TicketSource<T>
{
    private static readonly Action Completed = static () => { };

    private Action? _continuation;
    private Action? _step;
    private ExceptionDispatchInfo? _error;
    private T _result = default!;
    private bool _isTaken;

    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Completed);

    public void SetResult(T result)
    {
        _result = result;
        Complete();
    }

    public void SetException(Exception exception)
    {
        _error = ExceptionDispatchInfo.Capture(exception);
        Complete();
    }

    public void OnCompleted(Action continuation)
    {
        if (Interlocked.CompareExchange(ref _continuation, continuation, null) is not null)
        {
            continuation();
        }
    }

    public T TakeResult()
    {
        if (_isTaken || !IsCompleted)
        {
            throw new InvalidOperationException("A ticket is taken once, and when it is complete.");
        }

        _isTaken = true;
        _error?.Throw();
        return _result;
    }

    /// <summary>Resumes the machine in the flow of this moment.</summary>
    public Action StepOf<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var step = _step ??= ((IAsyncStateMachine)stateMachine).MoveNext;
        var flow = ExecutionContext.Capture();
        return flow is null ? step : () => ExecutionContext.Run(flow, static state => ((Action)state!)(), step);
    }

    private void Complete() => Interlocked.Exchange(ref _continuation, Completed)?.Invoke();
}
