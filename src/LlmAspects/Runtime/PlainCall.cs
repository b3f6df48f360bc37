namespace LlmAspects.Runtime;

/// <summary>A pending call without span and without token parameter.</summary>
internal readonly struct PlainCall(Operation operation, long started) : IPendingCall
{
    public void Succeed() => operation.Complete(started, null);

    public Exception Fail(Exception error) => operation.Abort(error, started, null, new CallTokens(Cancellation.NoParameter));
}
