using System.Collections;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <inheritdoc/>
internal sealed class StreamTags<T, TTags>(TTags tags) : StreamTags<T>
    where TTags : struct, ICallTags<T>
{
    private T _last = default!;
    private bool _hasLast;
    private bool _isTraced;

    // Only spans and metrics read it: a consumer whom nobody watches is not asked for his items twice.
    private bool KeepsLast => TTags.ResultCount > 0 && (_isTraced || TTags.ResultMetricCount > 0);

    internal override StreamTags<T> Fresh() => new StreamTags<T, TTags>(tags);

    internal override void Keep(IAsyncEnumerator<T> enumerator) => Keep(enumerator, static items => items.Current);

    internal override void Keep(IEnumerator enumerator) =>
        Keep(enumerator, static items => items is IEnumerator<T> typed ? typed.Current : (T)items.Current!);

    internal override void Begin(Operation operation, Activity span)
    {
        _isTraced = span.IsAllDataRequested;
        operation.AddArguments(span, tags);
    }

    internal override KeyValuePair<string, object?>[]? End(Activity? span, bool isMetered)
    {
        AddLast(span);
        return !isMetered ? null : _hasLast ? CallTags.Metrics(_last, tags) : CallTags.Metrics(tags);
    }

    internal override FailureTags Fail(Operation operation, Exception error, Activity? span, CallTokens tokens)
    {
        AddLast(span);
        return operation.FailureTagsOf(error, span, tokens, tags);
    }

    private void Keep<TEnumerator>(TEnumerator enumerator, Func<TEnumerator, T> currentOf)
    {
        if (!KeepsLast)
        {
            return;
        }

        try
        {
            _last = currentOf(enumerator);
            _hasLast = true;
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    private void AddLast(Activity? span)
    {
        if (_hasLast && span is { IsAllDataRequested: true })
        {
            SpanTags.Add(span, CallTags.Results(_last, tags));
        }
    }
}
