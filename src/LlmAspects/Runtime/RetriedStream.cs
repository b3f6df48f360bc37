using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A stream that is opened again when it fails before its first item. Each enumeration makes its own attempts.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal abstract class RetriedStream<T>(RetryPolicy policy, TimeProvider? clock, CallTokens tokens) : IAsyncEnumerable<T>
{
    private Exception? _failure;

    /// <summary>What Core returned; <see langword="null"/> when it threw.</summary>
    internal IAsyncEnumerable<T>? Source { get; init; }

    /// <summary>What Core threw: the first attempt of one enumeration. Others begin anew.</summary>
    internal Exception? Failure { init => _failure = value; }

    internal RetryPolicy Policy => policy;

    internal TimeProvider? Clock => clock;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var enumerator = new RetriedAsyncEnumerator<T>(this, tokens.With(cancellationToken), cancellationToken);
        enumerator.Begin(Interlocked.Exchange(ref _failure, null), tokens.First);
        return enumerator;
    }

    /// <summary>Calls Core.</summary>
    internal abstract IAsyncEnumerable<T> Create(CancellationToken token);
}
