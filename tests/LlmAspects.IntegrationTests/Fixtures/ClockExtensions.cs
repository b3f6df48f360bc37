using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Fixtures;

internal static class ClockExtensions
{
    /// <summary>Moves the clock until the task has ended.</summary>
    public static async Task<T> Finish<T>(this FakeTimeProvider clock, Task<T> task)
    {
        await clock.Finish((Task)task);
        return await task;
    }

    /// <summary>Moves the clock until the task has ended.</summary>
    public static async Task Finish(this FakeTimeProvider clock, Task task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(900));
            await Task.Yield();
        }

        await task;
    }
}
