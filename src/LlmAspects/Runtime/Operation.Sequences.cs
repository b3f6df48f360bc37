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
    /// <returns>The recording sequence; a collection that is there already is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable<T> Exit<T>(IEnumerable<T> sequence, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (sequence is null || PassesUnseen)
        {
            return sequence!;
        }

        return sequence is ICollection<T> or IReadOnlyCollection<T> or ICollection or string
            ? Finish(sequence)
            : new ObservedSequence<T>(sequence, this, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records each enumeration of the returned sequence, from its first pull to its end; items pass unbuffered.</summary>
    /// <param name="sequence">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording sequence; a collection that is there already is a finished call and stays the same instance, <see langword="null"/> stays null.</returns>
    public IEnumerable Exit(IEnumerable sequence, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (sequence is null || PassesUnseen)
        {
            return sequence!;
        }

        return sequence is ICollection or string ? Finish(sequence) : new ObservedSequence(sequence, this, CallTokens.From(cancellationTokens));
    }

    /// <summary>Records the enumeration, from its first pull to its end; items pass unbuffered.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator<T> Exit<T>(IEnumerator<T> enumerator, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (enumerator is null || PassesUnseen)
        {
            return enumerator!;
        }

        var observed = new ObservedEnumerator<T>(this, CallTokens.From(cancellationTokens));
        observed.Open(enumerator);
        return observed;
    }

    /// <summary>Records the enumeration, from its first pull to its end; items pass unbuffered.</summary>
    /// <param name="enumerator">What Core returned.</param>
    /// <param name="cancellationTokens">The token parameters of the method.</param>
    /// <returns>The recording enumerator; <see langword="null"/> stays null.</returns>
    public IEnumerator Exit(IEnumerator enumerator, params ReadOnlySpan<CancellationToken> cancellationTokens)
    {
        if (enumerator is null || PassesUnseen)
        {
            return enumerator!;
        }

        var observed = new ObservedEnumerator(this, CallTokens.From(cancellationTokens));
        observed.Open(enumerator);
        return observed;
    }

    /// <summary>A collection was made before Core returned: its call is over, and how long it took nobody saw.</summary>
    private TSequence Finish<TSequence>(TSequence sequence)
    {
        if (_isMeasured)
        {
            End(new Measurement(_id, Measurement.Untimed, Stopwatch.GetTimestamp(), OperationOutcome.Succeeded), null);
        }

        return sequence;
    }
}
