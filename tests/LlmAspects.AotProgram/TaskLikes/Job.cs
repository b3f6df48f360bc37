using System.Runtime.CompilerServices;

namespace LlmAspects.AotProgram.TaskLikes;

/// <summary>A task-like that is a class and yields nothing; it leans on a task.</summary>
[AsyncMethodBuilder(typeof(JobBuilder))]
internal sealed class Job(Task task)
{
    public TaskAwaiter GetAwaiter() => task.GetAwaiter();

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => task.ConfigureAwait(continueOnCapturedContext);
}
