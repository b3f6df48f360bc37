using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>
/// Lets a debugger that steps out of an asynchronous method stop in the caller, although the caller awaits another task: the debugger
/// marks the task of the method, and the runtime tells it when that task is awaited.
/// </summary>
[StackTraceHidden, DebuggerStepThrough]
internal static class AwaitNotification
{
    /// <summary>Hands the mark on, if a debugger is there that may have set it.</summary>
    /// <param name="inner">The task of the method.</param>
    /// <param name="outer">The task that the caller awaits, not complete yet.</param>
    internal static void HandOn(Task inner, Task outer)
    {
        if (Debugger.IsAttached)
        {
            Move(inner, outer);
        }
    }

    /// <summary>Takes the mark from one task and sets it on another.</summary>
    internal static void Move(Task inner, Task outer)
    {
        try
        {
            if (IsMarked(inner))
            {
                Mark(inner, false);
                Mark(outer, true);
            }
        }
        catch (MissingMemberException)
        {
            // The runtime does not promise the two members; without them a step out runs on, and nothing else is lost.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsWaitNotificationEnabled")]
    private static extern bool IsMarked(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SetNotificationForWaitCompletion")]
    private static extern void Mark(Task task, bool enabled);
}
