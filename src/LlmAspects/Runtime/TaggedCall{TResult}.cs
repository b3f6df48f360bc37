using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A pending call with tags that may read its result.</summary>
internal readonly struct TaggedCall<TResult, TTags>(Task<TResult> task, Operation operation, long started, Activity? activity, CallTokens tokens, TTags tags)
    : IPendingCall
    where TTags : struct, ICallTags<TResult>
{
    public void Succeed() => operation.Complete(started, activity, task.Result, tags);

    public Exception Fail(Exception error) => operation.Abort(error, started, activity, tokens, tags);
}
