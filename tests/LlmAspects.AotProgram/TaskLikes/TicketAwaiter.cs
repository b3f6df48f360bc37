using System.Runtime.CompilerServices;

namespace LlmAspects.AotProgram.TaskLikes;

internal readonly struct TicketAwaiter<T>(TicketSource<T> source) : ICriticalNotifyCompletion
{
    public bool IsCompleted => source.IsCompleted;

    public T GetResult() => source.TakeResult();

    public void OnCompleted(Action continuation)
    {
        var flow = ExecutionContext.Capture();
        source.OnCompleted(flow is null ? continuation : () => ExecutionContext.Run(flow, static state => ((Action)state!)(), continuation));
    }

    public void UnsafeOnCompleted(Action continuation) => source.OnCompleted(continuation);
}
