using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>Completes after a task that is known to be pending: one step, no try region, no throw.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal struct PendingTask<TResult, TCall> : IAsyncStateMachine
    where TCall : struct, IPendingCall
{
    private AsyncTaskMethodBuilder<TResult> _builder;
    private Task<TResult> _inner;
    private TCall _call;

    internal static Task<TResult> Await(Task<TResult> inner, TCall call)
    {
        PendingTask<TResult, TCall> machine = default;
        machine._builder = AsyncTaskMethodBuilder<TResult>.Create();
        machine._inner = inner;
        machine._call = call;
        var awaiter = inner.ConfigureAwait(false).GetAwaiter();
        machine._builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        return machine._builder.Task;
    }

    public void MoveNext()
    {
        if (_inner.IsCompletedSuccessfully)
        {
            _call.Succeed();
            _builder.SetResult(_inner.Result);
            return;
        }

        var error = TaskFailure.Extract(_inner);
        _builder.SetException(_call.Fail(error));
    }

    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
        // The builder boxes the machine itself.
    }
}
