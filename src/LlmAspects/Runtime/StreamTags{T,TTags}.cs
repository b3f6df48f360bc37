using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <inheritdoc/>
internal sealed class StreamTags<T, TTags>(TTags tags) : StreamTags<T>
    where TTags : struct, ICallTags<T>
{
    private T _last = default!;
    private bool _hasLast;

    internal override StreamTags<T> Fresh() => new StreamTags<T, TTags>(tags);

    internal override void Keep(IAsyncEnumerator<T> enumerator)
    {
        if (TTags.ResultCount == 0)
        {
            return;
        }

        try
        {
            _last = enumerator.Current;
            _hasLast = true;
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    internal override void Begin(Operation operation, Activity span) => operation.AddArguments(span, tags);

    internal override KeyValuePair<string, object?>[]? End(Activity? span, bool isMetered)
    {
        if (_hasLast && span is { IsAllDataRequested: true })
        {
            SpanTags.Add(span, CallTags.Results(_last, tags));
        }

        return !isMetered ? null : _hasLast ? CallTags.Metrics(_last, tags) : CallTags.Metrics(tags);
    }

    internal override FailureTags Fail(Operation operation, Exception error, Activity? span, CallTokens tokens)
    {
        if (_hasLast && span is { IsAllDataRequested: true })
        {
            SpanTags.Add(span, CallTags.Results(_last, tags));
        }

        return operation.FailureTagsOf(error, span, tokens, tags);
    }
}
