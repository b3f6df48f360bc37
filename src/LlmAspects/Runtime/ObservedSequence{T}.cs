using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A sequence with typed items and its first enumerator in one object.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class ObservedSequence<T>(IEnumerable<T> source, Operation operation, CallTokens tokens, StreamTags? tags = null) : ObservedEnumerator<T>(operation, tokens, tags), IEnumerable<T>
{
    private int _taken;

    public IEnumerator<T> GetEnumerator()
    {
        var enumerator = Interlocked.Exchange(ref _taken, 1) == 0 ? this : new ObservedEnumerator<T>(Operation, Tokens, Tags);
        enumerator.Open(source, static sequence => sequence.GetEnumerator());
        return enumerator;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
