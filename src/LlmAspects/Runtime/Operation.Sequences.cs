using System.Collections;
using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records each enumeration of the returned sequence, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="sequence">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording sequence; a collection that is there already, or a sequence that is to be disposed, is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable<T> Exit<T>(IEnumerable<T> sequence, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        IsObserved(sequence) ? new ObservedSequence<T>(sequence, this, CallTokens.From(cancellationTokens)) : Finish(sequence);

    /// <summary>Records each enumeration of the returned sequence, from its first pull to its end; items pass unbuffered.</summary>
    /// <param name="sequence">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording sequence; a collection that is there already, or a sequence that is to be disposed, is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable Exit(IEnumerable sequence, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        IsObserved(sequence) ? new ObservedSequence(sequence, this, CallTokens.From(cancellationTokens)) : Finish(sequence);

    /// <summary>Records the enumeration, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator<T> Exit<T>(IEnumerator<T> enumerator, params ReadOnlySpan<CancellationToken> cancellationTokens) => Observe(enumerator, CallTokens.From(cancellationTokens), tags: null);

    /// <summary>Records the enumeration, from its first pull to its end; items pass unbuffered.</summary>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator Exit(IEnumerator enumerator, params ReadOnlySpan<CancellationToken> cancellationTokens) => Observe(enumerator, CallTokens.From(cancellationTokens), tags: null);

    private IEnumerator<T> Observe<T>(IEnumerator<T> enumerator, CallTokens tokens, StreamTags? tags)
    {
        if (enumerator is null || PassesUnseen)
        {
            return enumerator!;
        }

        var observed = new ObservedEnumerator<T>(this, tokens, tags);
        observed.Open(enumerator);
        return observed;
    }

    private IEnumerator Observe(IEnumerator enumerator, CallTokens tokens, StreamTags? tags)
    {
        if (enumerator is null || PassesUnseen)
        {
            return enumerator!;
        }

        var observed = new ObservedEnumerator(this, tokens, tags);
        observed.Open(enumerator);
        return observed;
    }

    private bool IsObserved<T>(IEnumerable<T> sequence) => sequence is not (ICollection<T> or IReadOnlyCollection<T>) && IsObserved((IEnumerable)sequence);

    private bool IsObserved(IEnumerable sequence) => sequence is not (null or ICollection or string) && !IsResource(sequence) && !PassesUnseen;

    // Whoever gets it may want to dispose it. An iterator is disposable because it is its own enumerator.
    private static bool IsResource(IEnumerable sequence) => sequence is IDisposable and not IEnumerator;

    /// <summary>A collection was made before Core returned: its call is over, and how long it took nobody saw.</summary>
    private TSequence Finish<TSequence>(TSequence sequence)
    {
        if (_isMeasured && sequence is not null)
        {
            End(new Measurement(_id, Measurement.Untimed, Stopwatch.GetTimestamp(), OperationOutcome.Succeeded), null);
        }

        return sequence;
    }
}
