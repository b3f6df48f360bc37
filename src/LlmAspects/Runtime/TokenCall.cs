namespace LlmAspects.Runtime;

/// <summary>A pending call without span, with one token.</summary>
internal readonly struct TokenCall(Operation operation, long started, CancellationToken token) : IPendingCall
{
    public void Succeed() => operation.Complete(started, null);

    public Exception Fail(Exception error) => operation.Abort(error, started, null, new CallTokens(token));
}
