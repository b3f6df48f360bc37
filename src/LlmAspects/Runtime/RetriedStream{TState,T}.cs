using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Keeps the arguments of the method for the other attempts.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class RetriedStream<TState, T>(RetryPolicy policy, TimeProvider? clock, CallTokens tokens, TState state, Func<TState, CancellationToken, IAsyncEnumerable<T>> core)
    : RetriedStream<T>(policy, clock, tokens)
{
    internal override IAsyncEnumerable<T> Create(CancellationToken token) => core(state, token);
}
