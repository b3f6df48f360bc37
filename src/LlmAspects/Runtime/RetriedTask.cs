using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A Core that returns a task without result; <see langword="true"/> stands for that.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal readonly struct RetriedTask<TState>(TState state, Func<TState, CancellationToken, Task> core) : IRetriedCall<bool>
{
    public ValueTask<bool> CallAsync(CancellationToken token) => AwaitAsync(core(state, token));

    public bool ResultOf(Task task) => true;

    private static async ValueTask<bool> AwaitAsync(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
