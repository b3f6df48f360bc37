using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>The exception that awaiting a task would throw, without throwing it where that is possible.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal static class TaskFailure
{
    /// <summary>The very exception: that of a cancelled task, which tells a timeout from a cancellation, comes out only by a throw.</summary>
    internal static Exception Extract(Task task)
    {
        if (task.IsFaulted)
        {
            return First(task);
        }

        try
        {
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException cancelled)
        {
            return cancelled;
        }
    }

    private static Exception First(Task task) => task.Exception!.InnerExceptions[0];
}
