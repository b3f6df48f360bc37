using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A Core that returns a task with a result.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal readonly struct RetriedTask<TState, T>(TState state, Func<TState, CancellationToken, Task<T>> core) : IRetriedCall<T>
{
    public ValueTask<T> CallAsync(CancellationToken token) => new(core(state, token));

    public T ResultOf(Task task) => ((Task<T>)task).Result;
}
