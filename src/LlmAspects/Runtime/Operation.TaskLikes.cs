using System.Diagnostics;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>After the pending work has captured the flow with the span in it, the caller's flow gets its own activity back.</summary>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    public static void Detach(Activity? activity)
    {
        if (activity is not null)
        {
            OperationSpan.Detach(activity);
        }
    }

    /// <summary>Stops the span of a call that failed outside the caller's flow: the flow keeps the activity it has.</summary>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    public static void StopPending(Activity activity) => OperationSpan.StopElsewhere(activity);
}
