using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>An observed enumerator with typed items.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal class ObservedEnumerator<T>(Operation operation, CallTokens tokens, StreamTags? tags = null) : ObservedEnumerator(operation, tokens, tags), IEnumerator<T>
{
    private IEnumerator<T> _items = null!;

    public new T Current => _items.Current;

    internal override void Open(IEnumerator inner)
    {
        _items = (IEnumerator<T>)inner;
        base.Open(inner);
    }
}
