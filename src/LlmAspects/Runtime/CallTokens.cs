namespace LlmAspects.Runtime;

/// <summary>The token parameters of a call that is still running.</summary>
internal readonly struct CallTokens(CancellationToken first, CancellationToken[]? rest = null)
{
    internal CancellationToken First => first;

    internal bool IsSingle => rest is null;

    internal static CallTokens From(ReadOnlySpan<CancellationToken> tokens)
    {
        if (tokens.IsEmpty)
        {
            return new CallTokens(Cancellation.NoParameter);
        }

        var first = CancellationToken.None;
        List<CancellationToken>? rest = null;
        foreach (var token in tokens)
        {
            if (!token.CanBeCanceled)
            {
                continue;
            }

            if (!first.CanBeCanceled)
            {
                first = token;
            }
            else
            {
                (rest ??= []).Add(token);
            }
        }

        return new CallTokens(first, rest?.ToArray());
    }

    /// <summary>Adds the token of an enumeration: it replaces a missing one, and joins the others when it can be cancelled.</summary>
    internal CallTokens With(CancellationToken token) =>
        !token.CanBeCanceled || token == first ? this
        : !first.CanBeCanceled || first == Cancellation.NoParameter ? new CallTokens(token, rest)
        : new CallTokens(first, rest is null ? [token] : [.. rest, token]);

    internal bool IsCancellationRequested => first.IsCancellationRequested || rest?.Any(static token => token.IsCancellationRequested) == true;

    /// <summary>One source cancelled with any of several tokens; <see langword="null"/> when the first is all there is.</summary>
    internal CancellationTokenSource? Link() => rest is null ? null : CancellationTokenSource.CreateLinkedTokenSource([first, .. rest]);

    internal bool Explain(Exception error)
    {
        if (Cancellation.Explains(error, first))
        {
            return true;
        }

        foreach (var token in rest ?? [])
        {
            if (Cancellation.Explains(error, token))
            {
                return true;
            }
        }

        return false;
    }
}
