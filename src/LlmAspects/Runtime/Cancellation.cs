namespace LlmAspects.Runtime;

/// <summary>Tells the caller's cancellation from a timeout.</summary>
internal static class Cancellation
{
    /// <summary>Stands for "the method has no token parameter", which is not the same as a token that is <see cref="CancellationToken.None"/>.</summary>
    internal static readonly CancellationToken NoParameter = new CancellationTokenSource().Token;

    /// <summary>
    /// With a token parameter the token decides: linked tokens make the one in the exception differ, so it is never compared.
    /// Without one, only an inner <see cref="TimeoutException"/> speaks against cancellation.
    /// </summary>
    internal static bool Explains(Exception error, CancellationToken token) =>
        error is OperationCanceledException
        && (token == NoParameter ? error.InnerException is not TimeoutException : token.IsCancellationRequested);
}
