using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Failover;

/// <summary>Which model comes next: the rules alone, without calls or clocks. One instance a request; not thread-safe.</summary>
internal sealed class FailoverWalk(IReadOnlyList<ModelInfo> models, LlmFailoverOptions options)
{
    private int _index;
    private int _attemptsOnModel;
    private int _repetitions;
    private int _windowToExceed;
    private bool _repeatedOnce;

    /// <summary>What follows a failed attempt. <see cref="RecoveryAction.Stop"/>: the error goes to the caller as it is.</summary>
    internal readonly record struct Step(RecoveryAction Action, TimeSpan Delay);

    /// <summary>The model whose turn it is; <see langword="null"/> when none is left.</summary>
    public ModelInfo? Current => _index < models.Count ? models[_index] : null;

    public bool HasNext => NextIndex() < models.Count;

    /// <summary>Whether the only model had its time and is asked again: there is nobody to turn to, so it may take longer.</summary>
    public bool IsPatient => _repeatedOnce;

    public void Begin() => _attemptsOnModel++;

    /// <summary>Passes over the current model.</summary>
    public void Skip() => MoveTo(NextIndex());

    /// <summary>Moves on after a failed attempt on the current model.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="backoff">The delay before the n-th repetition, n from 0.</param>
    /// <param name="untilDeadline">The time left; <see langword="null"/> when there is no deadline.</param>
    /// <param name="brokeOff">Whether content had arrived: somebody waits in the middle of a text, so another model goes on at once.</param>
    /// <param name="isHeldBack">Whether the model may not be called now.</param>
    public Step After(ErrorClassification error, Func<int, TimeSpan> backoff, TimeSpan? untilDeadline, bool brokeOff = false, bool isHeldBack = false)
    {
        RecoveryAction action = error.Category == ErrorCategory.ContentFilter && options.AllowContentFilterFallback ? RecoveryAction.NextModel : error.Action;
        bool mayRepeat = _attemptsOnModel < options.MaxAttemptsPerModel && !isHeldBack && !(brokeOff && HasNext);
        switch (action)
        {
            case RecoveryAction.Stop:
                return new Step(RecoveryAction.Stop, TimeSpan.Zero);
            case RecoveryAction.SameModel when mayRepeat && TryRepeat(error, backoff, untilDeadline) is { } delay:
                return new Step(RecoveryAction.SameModel, delay);
            case RecoveryAction.NextModel when mayRepeat && MayRepeatOnce(error):
                _repeatedOnce = true;
                return new Step(RecoveryAction.SameModel, TimeSpan.Zero);
            case RecoveryAction.LargerContext:
                _windowToExceed = Math.Max(_windowToExceed, Current!.ContextWindow);
                break;
        }

        return Advance(action == RecoveryAction.LargerContext ? action : RecoveryAction.NextModel);
    }

    /// <summary>Moves on after a model refused to continue a text: it is asked again for the whole.</summary>
    public Step AfterRefusedPrefill() => _attemptsOnModel < options.MaxAttemptsPerModel
        ? new Step(RecoveryAction.SameModel, TimeSpan.Zero)
        : Advance(RecoveryAction.NextModel);

    private Step Advance(RecoveryAction action)
    {
        MoveTo(NextIndex());
        return new Step(action, TimeSpan.Zero);
    }

    // A provider that asks for a longer wait than is left, or than we wait, is not called again.
    private TimeSpan? TryRepeat(ErrorClassification error, Func<int, TimeSpan> backoff, TimeSpan? untilDeadline)
    {
        TimeSpan asked = error.RetryAfter ?? TimeSpan.Zero;
        TimeSpan delay = backoff(_repetitions) is var own && own > asked ? own : asked;
        if (asked > options.MaxDelay || delay >= untilDeadline)
        {
            return null;
        }

        _repetitions++;
        return delay;
    }

    // With nobody to turn to, a model that was silent or broke off is asked once more.
    private bool MayRepeatOnce(ErrorClassification error) =>
        error.Category is ErrorCategory.AttemptTimeout or ErrorCategory.Stalled or ErrorCategory.TruncatedStream && models.Count == 1 && !_repeatedOnce;

    private int NextIndex()
    {
        int next = _index + 1;
        while (next < models.Count && models[next].ContextWindow <= _windowToExceed)
        {
            next++;
        }

        return next;
    }

    private void MoveTo(int index)
    {
        _index = index;
        _attemptsOnModel = 0;
        _repetitions = 0;
    }
}
