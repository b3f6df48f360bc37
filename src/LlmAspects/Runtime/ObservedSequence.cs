using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>A sequence and its first enumerator in one object.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class ObservedSequence(IEnumerable source, Operation operation, CallTokens tokens, StreamTags? tags = null) : ObservedEnumerator(operation, tokens, tags), IEnumerable
{
    private int _taken;

    public IEnumerator GetEnumerator()
    {
        var enumerator = Interlocked.Exchange(ref _taken, 1) == 0 ? this : new ObservedEnumerator(Operation, Tokens, Tags);
        enumerator.Open(source, static sequence => sequence.GetEnumerator());
        return enumerator;
    }
}
