using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>Completes after a task that is known to be pending: one step, no try region, no throw.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal struct PendingTask<TCall> : IAsyncStateMachine
    where TCall : struct, IPendingCall
{
    private AsyncTaskMethodBuilder _builder;
    private Task _inner;
    private TCall _call;

    internal static Task Await(Task inner, TCall call)
    {
        PendingTask<TCall> machine = default;
        machine._builder = AsyncTaskMethodBuilder.Create();
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
            _builder.SetResult();
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
