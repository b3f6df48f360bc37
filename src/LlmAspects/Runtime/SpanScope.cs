using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Makes a span current as long as the scope is open, and then what was current before; without a span it does nothing.</summary>
internal readonly ref struct SpanScope
{
    private readonly Activity? _previous;
    private readonly bool _isOpen;

    internal SpanScope(Activity? span)
    {
        if (span is not null)
        {
            _isOpen = true;
            _previous = Activity.Current;
            OperationSpan.MakeCurrent(span);
        }
    }

    public void Dispose()
    {
        if (_isOpen)
        {
            OperationSpan.MakeCurrent(_previous);
        }
    }
}
