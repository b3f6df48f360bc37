using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

/// <summary>The deadline of a request, for one call that nobody else limits. Disposed with the call.</summary>
internal sealed class CallDeadline : IDisposable
{
    // The longest time that timers take, and longer than any call.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly ModelInfo _model;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource? _linked;

    /// <summary>Begins to wait.</summary>
    /// <param name="deadline">When the answer must be there; <see langword="null"/> for no deadline.</param>
    /// <param name="model">Who is called.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    /// <exception cref="ModelCallException">The deadline has come.</exception>
    public CallDeadline(DateTimeOffset? deadline, ModelInfo model, TimeProvider time, CancellationToken caller)
    {
        (_model, _caller, Token) = (model, caller, caller);
        if (deadline is not { } end)
        {
            return;
        }

        TimeSpan left = end - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            throw Missed();
        }

        if (left > Longest)
        {
            return;
        }

        _timer = new CancellationTokenSource(left, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
        Token = _linked.Token;
    }

    /// <summary>Cancelled by the caller, or when the deadline comes.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether a cancelled call was cut by the deadline, not by its caller.</summary>
    public bool HasCome => _timer is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    /// <summary>What the caller is told.</summary>
    public ModelCallException Missed() => new(ErrorCategory.AttemptTimeout, $"The deadline came before model '{_model.Id}' had answered.");

    public void Dispose()
    {
        _linked?.Dispose();
        _timer?.Dispose();
    }
}
