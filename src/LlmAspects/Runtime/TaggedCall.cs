using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A pending call with tags.</summary>
internal readonly struct TaggedCall<TTags>(Operation operation, long started, Activity? activity, CallTokens tokens, TTags tags) : IPendingCall
    where TTags : struct, ICallTags
{
    public void Succeed() => operation.Complete(started, activity, tags);

    public Exception Fail(Exception error) => operation.Abort(error, started, activity, tokens, tags);
}
