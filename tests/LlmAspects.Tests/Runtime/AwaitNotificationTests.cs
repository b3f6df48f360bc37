using System.Reflection;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public class AwaitNotificationTests
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    [Fact]
    public void Move_DebuggerMarkedTheInnerTask_MarksTheOuterOneInstead()
    {
        Task inner = new TaskCompletionSource<int>().Task, outer = new TaskCompletionSource<int>().Task;
        typeof(Task).GetMethod("SetNotificationForWaitCompletion", Hidden)!.Invoke(inner, [true]);

        AwaitNotification.Move(inner, outer);

        IsMarked(inner).ShouldBeFalse();
        IsMarked(outer).ShouldBeTrue();
    }

    [Fact]
    public void Move_NobodyMarkedTheInnerTask_LeavesTheOuterOne()
    {
        Task outer = new TaskCompletionSource<int>().Task;

        AwaitNotification.Move(new TaskCompletionSource<int>().Task, outer);

        IsMarked(outer).ShouldBeFalse();
    }

    private static bool IsMarked(Task task) => (bool)typeof(Task).GetProperty("IsWaitNotificationEnabled", Hidden)!.GetValue(task)!;
}
