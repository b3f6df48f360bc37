using System.Diagnostics;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records each enumeration of the returned stream, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stream">What Core returned.</param>
    /// <returns>The recording stream; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerable<T> Exit<T>(IAsyncEnumerable<T> stream) => Wrap(stream, new CallTokens(Cancellation.NoParameter));

    /// <summary>Records each enumeration of the returned stream, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stream">What Core returned.</param>
    /// <param name="cancellationToken">The token parameter of the method.</param>
    /// <returns>The recording stream; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerable<T> Exit<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken) => Wrap(stream, new CallTokens(cancellationToken));

    /// <summary>Records each enumeration of the returned stream, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stream">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method, two or more.</param>
    /// <returns>The recording stream; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerable<T> Exit<T>(IAsyncEnumerable<T> stream, params ReadOnlySpan<CancellationToken> cancellationTokens) => Wrap(stream, CallTokens.From(cancellationTokens));

    /// <summary>Records each enumeration of the returned stream with its tags; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="stream">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording stream; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerable<T> Exit<T, TTags>(IAsyncEnumerable<T> stream, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<T> =>
        stream is null || PassesUnseen ? stream! : new ObservedStream<T>(stream, this, CallTokens.From(cancellationTokens), new StreamTags<T, TTags>(tags));

    /// <summary>Records the enumeration, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerator<T> Exit<T>(IAsyncEnumerator<T> enumerator, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        Observe(enumerator, CallTokens.From(cancellationTokens), tags: null);

    private IAsyncEnumerator<T> Observe<T>(IAsyncEnumerator<T> enumerator, CallTokens tokens, StreamTags<T>? tags)
    {
        if (enumerator is null || PassesUnseen)
        {
            return enumerator!;
        }

        var observed = new ObservedAsyncEnumerator<T>();
        observed.Open(enumerator, new StreamCall(this, tokens, Activity.Current, tags), tags);
        return observed;
    }

    private IAsyncEnumerable<T> Wrap<T>(IAsyncEnumerable<T> stream, CallTokens tokens) =>
        stream is null || PassesUnseen ? stream! : new ObservedStream<T>(stream, this, tokens);
}
