namespace LlmAspects.Components.Failover;

/// <summary>How often and how long the failover handler tries.</summary>
public sealed record LlmFailoverOptions
{
    /// <summary>The attempts of a request that brings no budget of its own, over all models, at least 1. The default is 6.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>The attempts on one model, at least 1. The default is 3.</summary>
    public int MaxAttemptsPerModel { get; init; } = 3;

    /// <summary>How long an attempt may take whose answer comes in one piece, more than 0. The default is 60 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a stream may take to its first content, more than 0, unless its model has a <see cref="Routing.ModelInfo.FirstTokenLimit"/>; no limit for models that reason.
    /// The default is 10 s. When no other model can be asked, the second attempt may take <see cref="AttemptTimeout"/>.
    /// </summary>
    public TimeSpan FirstTokenTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a stream may pause after its first content, more than 0; the time in which the consumer holds an item does not count. The default is 10 s.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The delay before the first repetition on the same model; it doubles with each further one, and a random half of it is left out. At least 0. The default is 1 s.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay; a provider that asks for more is left for the next model. At least 0. The default is 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether another model may answer what a content filter refused. The default is <see langword="false"/>.</summary>
    public bool AllowContentFilterFallback { get; init; }

    /// <summary>What happens when a stream breaks after content of it was passed on. The default is <see cref="StreamRecovery.ContinueOrMatch"/>.</summary>
    public StreamRecovery StreamRecovery { get; init; }

    internal void Validate()
    {
        if (!Enum.IsDefined(StreamRecovery))
        {
            throw new ArgumentOutOfRangeException(nameof(StreamRecovery), StreamRecovery, "This way to recover a stream is not known.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttemptsPerModel, 1, nameof(MaxAttemptsPerModel));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(AttemptTimeout, TimeSpan.Zero, nameof(AttemptTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstTokenTimeout, TimeSpan.Zero, nameof(FirstTokenTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StallTimeout, TimeSpan.Zero, nameof(StallTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(BaseDelay, TimeSpan.Zero, nameof(BaseDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, TimeSpan.Zero, nameof(MaxDelay));
    }
}
