using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>Completes after a first attempt that is known to be pending, or after the attempts that follow its failure.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal struct PendingRetry<TCall, T> : IAsyncStateMachine
    where TCall : struct, IRetriedCall<T>
{
    private AsyncTaskMethodBuilder<T> _builder;
    private Task _inner;
    private RetryPolicy? _policy;
    private TimeProvider? _clock;
    private DateTime _started;
    private CallTokens _tokens;
    private TCall _call;

    internal static Task<T> Await(Task first, RetryPolicy policy, in TCall call, DateTime started, TimeProvider? clock, CallTokens tokens)
    {
        PendingRetry<TCall, T> machine = default;
        machine._builder = AsyncTaskMethodBuilder<T>.Create();
        machine._inner = first;
        machine._policy = policy;
        machine._clock = clock;
        machine._started = started;
        machine._tokens = tokens;
        machine._call = call;
        var awaiter = first.ConfigureAwait(false).GetAwaiter();
        machine._builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        return machine._builder.Task;
    }

    public void MoveNext()
    {
        if (_inner.IsCompletedSuccessfully)
        {
            _policy?.Succeed();
            _builder.SetResult(_call.ResultOf(_inner));
            return;
        }

        var error = TaskFailure.Extract(_inner);
        if (_policy is { } policy && policy.IsRetried(error, _tokens))
        {
            Repeat(policy, error);
        }
        else
        {
            _builder.SetException(error);
        }
    }

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
        // The builder boxes the machine itself.
    }

    private void Repeat(RetryPolicy policy, Exception first)
    {
        _policy = null;
        _inner = policy.RepeatAsync<TCall, T>(_call, first, _started, _clock, _tokens).AsTask();
        if (_inner.IsCompleted)
        {
            MoveNext();
            return;
        }

        var awaiter = _inner.ConfigureAwait(false).GetAwaiter();
        _builder.AwaitUnsafeOnCompleted(ref awaiter, ref this);
    }
}
