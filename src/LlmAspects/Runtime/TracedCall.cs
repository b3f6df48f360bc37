using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A pending call with a span, or with several tokens.</summary>
internal readonly struct TracedCall(Operation operation, long started, Activity? activity, CallTokens tokens) : IPendingCall
{
    public void Succeed() => operation.Complete(started, activity);

    public Exception Fail(Exception error) => operation.Abort(error, started, activity, tokens);
}
