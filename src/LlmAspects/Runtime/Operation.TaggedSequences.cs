using System.Collections;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records each enumeration of the returned sequence with its tags, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="sequence">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording sequence; a collection that is there already is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable<T> Exit<T, TTags>(IEnumerable<T> sequence, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<T> =>
        IsObserved(sequence) ? new ObservedSequence<T>(sequence, this, CallTokens.From(cancellationTokens), new StreamTags<T, TTags>(tags)) : Finish(sequence);

    /// <summary>Records each enumeration of the returned sequence with its tags, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="sequence">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording sequence; a collection that is there already is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable Exit<TTags>(IEnumerable sequence, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<object?> =>
        IsObserved(sequence) ? new ObservedSequence(sequence, this, CallTokens.From(cancellationTokens), new StreamTags<object?, TTags>(tags)) : Finish(sequence);

    /// <summary>Records the enumeration with its tags, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator<T> Exit<T, TTags>(IEnumerator<T> enumerator, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<T> =>
        Observe(enumerator, CallTokens.From(cancellationTokens), new StreamTags<T, TTags>(tags));

    /// <summary>Records the enumeration with its tags, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator Exit<TTags>(IEnumerator enumerator, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<object?> =>
        Observe(enumerator, CallTokens.From(cancellationTokens), new StreamTags<object?, TTags>(tags));

    /// <summary>Records the enumeration with its tags, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="tags">The tags; those of the result read the last item.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IAsyncEnumerator<T> Exit<T, TTags>(IAsyncEnumerator<T> enumerator, in TTags tags, params ReadOnlySpan<CancellationToken> cancellationTokens)
        where TTags : struct, ICallTags<T> =>
        Observe(enumerator, CallTokens.From(cancellationTokens), new StreamTags<T, TTags>(tags));
}
