namespace LlmAspects.Components.Failover;

/// <summary>
/// Leaves out of a new answer what was passed on before. The text that it holds back is always a part of what it looks for, so it keeps none. Not thread-safe.
/// </summary>
internal sealed class PrefixFilter
{
    private readonly string _prefix;
    private readonly string _tail;
    private readonly bool _mayBegin;
    private Stage _stage;
    private int _matched;
    private int _skipped;

    private PrefixFilter(string prefix, string tail, bool mayBegin) => (_prefix, _tail, _mayBegin) = (prefix, tail, mayBegin);

    private enum Stage
    {
        Prefix,
        Tail,
        Open,
    }

    /// <summary>A continuation: new text passes; a repetition of all that the model was given does not, and neither does the white space that was cut off its end.</summary>
    public static PrefixFilter ForContinuation(string given, string cutOff) => new(given, cutOff, mayBegin: true);

    /// <summary>A repetition: only what follows the whole text passes.</summary>
    public static PrefixFilter ForRepetition(string text) => new(text, "", mayBegin: false);

    /// <summary>Takes a piece of the new answer and returns what may be passed on.</summary>
    /// <exception cref="ModelCallException">The answer had to be a repetition and is none.</exception>
    public string Pass(string text)
    {
        if (_stage == Stage.Prefix)
        {
            text = MatchPrefix(text);
        }

        return _stage == Stage.Tail ? SkipTail(text) : text;
    }

    /// <summary>Ends the answer and returns what was held back.</summary>
    /// <exception cref="ModelCallException">The answer had to be a repetition and ended too early.</exception>
    public string End()
    {
        if (_stage != Stage.Prefix)
        {
            return "";
        }

        RequireContinuation();
        _stage = Stage.Tail;
        return SkipTail(_prefix[.._matched]);
    }

    private string MatchPrefix(string text)
    {
        int same = text.AsSpan().CommonPrefixLength(_prefix.AsSpan(_matched));
        _matched += same;
        if (_matched == _prefix.Length)
        {
            _stage = Stage.Tail;
            return text[same..];
        }

        if (same == text.Length)
        {
            return "";
        }

        RequireContinuation();
        _stage = Stage.Tail;
        return string.Concat(_prefix.AsSpan(0, _matched - same), text);
    }

    private string SkipTail(string text)
    {
        int same = text.AsSpan().CommonPrefixLength(_tail.AsSpan(_skipped));
        _skipped += same;
        if (same < text.Length || _skipped == _tail.Length)
        {
            _stage = Stage.Open;
        }

        return text[same..];
    }

    private void RequireContinuation()
    {
        if (!_mayBegin)
        {
            throw new ModelCallException(ErrorCategory.Diverged, $"The new answer differs from the text that was passed on after {_matched} of {_prefix.Length} characters.");
        }
    }
}
