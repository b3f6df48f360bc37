using System.Collections.Immutable;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>One request on its way through the candidates: limits, attempts so far, and what follows a failure. Not thread-safe.</summary>
internal sealed class FailoverRun(FailoverRules rules, RouteDecision decision, Func<ModelInfo, IChatClient> clientOf, IReadOnlyList<ChatMessage> messages, LlmChatOptions options)
{
    // A timer may fire a little before a pause of the same length is over.
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(50);

    private readonly FailoverWalk _walk = new(ModelsOf(decision, options), rules.Options);
    private readonly AttemptBudget _budget = options.AttemptBudget ?? new AttemptBudget(rules.Options.MaxAttempts);
    private readonly ImmutableArray<FailoverAttempt>.Builder _attempts = ImmutableArray.CreateBuilder<FailoverAttempt>();
    private readonly ImmutableArray<FailoverSkip>.Builder _skipped = ImmutableArray.CreateBuilder<FailoverSkip>();
    private Exception? _lastError;
    private bool _deadlineLimits;
    private bool _deadlineCame;

    /// <summary>What follows a failed attempt.</summary>
    /// <param name="Rethrow">Whether the error goes to the caller as it is.</param>
    /// <param name="Replacement">The exception that goes to the caller instead.</param>
    /// <param name="Delay">How long to wait before the next attempt.</param>
    internal readonly record struct Outcome(bool Rethrow, Exception? Replacement, TimeSpan Delay);

    public TimeProvider Time => rules.Time;

    public LlmChatOptions Options => options;

    public IReadOnlyList<ChatMessage> Messages => messages;

    public AttemptAccounting? Accounting => rules.Accounting;

    public ModelHealth Health => rules.Health;

    /// <summary>What the consumer of a stream has seen so far.</summary>
    public StreamProgress Progress { get; } = new(rules.Options.StreamRecovery);

    /// <summary>Whether the only model is asked again, so that it may take its time.</summary>
    public bool IsPatient => _walk.IsPatient;

    private TimeSpan? UntilDeadline => options.Deadline is { } deadline ? deadline - rules.Time.GetUtcNow() : null;

    private bool IsLate => _deadlineCame || UntilDeadline <= TimeSpan.Zero;

    public IChatClient ClientOf(ModelInfo model) => clientOf(model);

    /// <summary>The time that a step may take: its own limit, or what the deadline leaves.</summary>
    public TimeSpan Limit(TimeSpan own)
    {
        TimeSpan? left = UntilDeadline;
        _deadlineLimits = left is not null && (own == Timeout.InfiniteTimeSpan || left < own);
        return !_deadlineLimits ? own : left > TimeSpan.Zero ? left.Value : TimeSpan.Zero;
    }

    /// <summary>Begins an attempt on the next model that may be called.</summary>
    /// <exception cref="AllModelsFailedException">No attempt is possible any more.</exception>
    /// <exception cref="StreamInterruptedException">No attempt is possible any more, and content was passed on.</exception>
    public async ValueTask<AttemptScope> BeginAsync(CancellationToken cancellationToken)
    {
        bool waited = false;
        while (_walk.Current is { } model)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsLate)
            {
                throw Failed(FailoverStop.DeadlineReached);
            }

            if (rules.Health.TryBegin(model) is { } call)
            {
                return _budget.TryTake() ? Begin(model, call) : throw OutOfAttempts(call);
            }

            ModelHealthSnapshot health = rules.Health.Read(model);
            if (!waited && PauseWorthWaiting(health) is { } pause)
            {
                waited = pause > ShortPause;
                await Task.Delay(pause, rules.Time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            _skipped.Add(new FailoverSkip(model.Id, health.Reason ?? "its circuit breaker was open"));
            _walk.Skip();
        }

        throw Failed(IsLate ? FailoverStop.DeadlineReached : FailoverStop.CandidatesExhausted);
    }

    /// <summary>Books a failed attempt and decides what follows.</summary>
    public async ValueTask<Outcome> FailAsync(AttemptScope attempt, Exception error, CancellationToken cancellationToken)
    {
        ErrorClassification classification = rules.Classifier.Classify(error, cancellationToken.IsCancellationRequested);
        attempt.Relay.Drop();
        await attempt.SettleAsync(rejected: !attempt.HasContent && IsRejection(classification)).ConfigureAwait(false);
        if (Passes(error, classification, cancellationToken) is { } outcome)
        {
            attempt.Call.End(CallVerdict.Neutral);
            return outcome;
        }

        Judge(attempt, classification);
        FailoverWalk.Step step = StepAfter(attempt, classification, error);
        if (classification.Category == ErrorCategory.RateLimit)
        {
            attempt.Call.CoolDown(step.Delay > TimeSpan.Zero ? step.Delay : classification.RetryAfter ?? rules.Backoff.Delay(0));
        }

        if (_budget.Remaining == 0)
        {
            step = step with { Delay = TimeSpan.Zero };
        }

        Add(attempt, classification, error, step);
        return step.Action == RecoveryAction.Stop && Progress.HasStarted
            ? new Outcome(false, Interrupted(error), TimeSpan.Zero)
            : new Outcome(step.Action == RecoveryAction.Stop, null, step.Delay);
    }

    /// <summary>Books a successful attempt.</summary>
    public async ValueTask<FailoverReport> SucceedAsync(AttemptScope attempt)
    {
        attempt.Call.Succeed(attempt.Duration);
        await attempt.SettleAsync(rejected: false).ConfigureAwait(false);
        _attempts.Add(new FailoverAttempt(attempt.Number, attempt.Model.Id, attempt.Duration) { Start = attempt.Start, Usage = attempt.Usage });
        FailoverReport report = Report(FailoverStop.Answered, attempt.Model.Id);
        rules.Counts.Answer(report.FellBack, isRecovered: attempt.Start != AttemptStart.Fresh);
        return report;
    }

    // A pinned model, or a request that allows no fallback, is answered by the first candidate or not at all.
    private static ModelInfo[] ModelsOf(in RouteDecision decision, LlmChatOptions options)
    {
        if (!options.AllowFallback || options.ModelId is not null)
        {
            return [decision.Model];
        }

        RouteList<RouteCandidate> candidates = decision.Candidates;
        var models = new ModelInfo[candidates.Count];
        for (int place = 0; place < models.Length; place++)
        {
            models[place] = candidates[place].Model;
        }

        return models;
    }

    // Our own refusals (no budget) say nothing of the model, and neither does whatever a client throws when its caller cancels.
    private Outcome? Passes(Exception error, ErrorClassification classification, CancellationToken cancellationToken)
    {
        if (classification.Category == ErrorCategory.Cancelled || error is LlmException and not ModelCallException)
        {
            bool isInterrupted = Progress.HasStarted && classification.Category != ErrorCategory.Cancelled;
            return new Outcome(!isInterrupted, isInterrupted ? Interrupted(error) : null, TimeSpan.Zero);
        }

        return cancellationToken.IsCancellationRequested
            ? new Outcome(Rethrow: false, new OperationCanceledException("The request was cancelled.", error, cancellationToken), TimeSpan.Zero)
            : null;
    }

    // The provider answered that it did no work.
    private static bool IsRejection(ErrorClassification error) =>
        error.StatusCode is not null || error.Category == ErrorCategory.Connection;

    private static CallVerdict VerdictOf(ErrorClassification error) => error.Category switch
    {
        ErrorCategory.Authentication or ErrorCategory.QuotaExhausted => CallVerdict.Lockout,
        _ => error.CountsAgainstBreaker ? CallVerdict.Failure : CallVerdict.Neutral,
    };

    // A short deadline says nothing about the model.
    private bool IsOwnLimit(ErrorClassification error) =>
        IsLate && error.Category is (ErrorCategory.AttemptTimeout or ErrorCategory.Stalled);

    // Timers count whole milliseconds and may fire before the deadline: what they cut is late all the same.
    private bool IsCutByDeadline(ErrorClassification error) =>
        _deadlineLimits && UntilDeadline <= ShortPause && error.Category is (ErrorCategory.AttemptTimeout or ErrorCategory.Stalled);

    private AttemptScope Begin(ModelInfo model, ModelCall call)
    {
        _walk.Begin();
        rules.Counts.Attempt();
        return new AttemptScope(this, model, _attempts.Count + 1, call, Progress.NextStart(MayContinue(model, call)));
    }

    // After a text of the assistant in the request itself nobody knows which of the two a provider would continue.
    private bool MayContinue(ModelInfo model, ModelCall call) =>
        model.AcceptsPrefill != false && !call.RefusesPrefill && !(messages is [.., { } last] && last.Role == ChatRole.Assistant);

    private void Judge(AttemptScope attempt, ErrorClassification error)
    {
        _deadlineCame |= IsCutByDeadline(error);
        attempt.Call.End(IsOwnLimit(error) ? CallVerdict.Neutral : VerdictOf(error), $"its calls are refused ({error.Category})");
        rules.Counts.Fail(error.Category);
    }

    private FailoverWalk.Step StepAfter(AttemptScope attempt, ErrorClassification error, Exception exception)
    {
        if (attempt is { Start: AttemptStart.Continued, HasContent: false } && error.Category == ErrorCategory.InvalidInput)
        {
            attempt.Call.LearnPrefillRefused();
            // Our own idea was refused, not the request: the error before it stays the one that counts.
            return _walk.AfterRefusedPrefill();
        }

        _lastError = exception;
        bool isHeldBack = rules.Health.Read(attempt.Model).State == BreakerState.Open;
        return Progress.CanRecover ? _walk.After(error, rules.Backoff.Delay, UntilDeadline, attempt.HasContent, isHeldBack) : default;
    }

    private LlmFailoverException OutOfAttempts(ModelCall call)
    {
        call.End(CallVerdict.Neutral);
        return Failed(FailoverStop.AttemptsExhausted);
    }

    // The last candidate's pause is waited for when nothing else was tried; the end of a pause always is.
    private TimeSpan? PauseWorthWaiting(ModelHealthSnapshot health)
    {
        if (health.State != BreakerState.Closed)
        {
            return null;
        }

        TimeSpan pause = health.UnavailableUntil is { } until && until > rules.Time.GetUtcNow() ? until - rules.Time.GetUtcNow() : TimeSpan.FromMilliseconds(1);
        bool isLastResort = !_walk.HasNext && _attempts.Count == 0;
        return pause <= (isLastResort ? rules.Options.MaxDelay : ShortPause) && !(pause >= UntilDeadline) ? pause : null;
    }

    private void Add(AttemptScope attempt, ErrorClassification classification, Exception error, FailoverWalk.Step step) =>
        _attempts.Add(new FailoverAttempt(attempt.Number, attempt.Model.Id, attempt.Duration)
        {
            Start = attempt.Start,
            Error = classification,
            ErrorType = error.GetType().Name,
            FollowedBy = step.Action,
            Delay = step.Delay,
            Usage = attempt.Usage,
        });

    private LlmFailoverException Failed(FailoverStop stop) =>
        Progress.HasStarted && _lastError is { } error ? Interrupted(error) : new AllModelsFailedException(Report(stop), _lastError);

    private StreamInterruptedException Interrupted(Exception error) => new(Progress.Text, Report(FailoverStop.StreamInterrupted), error);

    private FailoverReport Report(FailoverStop stop, string? servedModelId = null) => new(_attempts.ToImmutable(), _skipped.ToImmutable(), servedModelId, stop);
}
