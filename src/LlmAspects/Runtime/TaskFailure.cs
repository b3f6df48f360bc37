namespace LlmAspects.Runtime;

/// <summary>The exception that awaiting a task would throw, without throwing it where that is possible.</summary>
internal static class TaskFailure
{
    /// <summary>For recording only: a cancelled task is given a new exception.</summary>
    internal static Exception Describe(Task task) => task.IsFaulted ? First(task) : new TaskCanceledException(task);

    /// <summary>For handing on: the very exception of a cancelled task comes out only by a throw.</summary>
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
