namespace LlmAspects.Components.Quality.Drift;

/// <summary>The alarms so far.</summary>
public sealed record DriftStatus
{
    /// <summary>The alarms of the last budgets, oldest first, at most 100, or the budget if that is larger.</summary>
    public required IReadOnlyList<DriftAlarm> Alarms { get; init; }

    /// <summary>The alarms that the budget held back since the monitor was created or reset.</summary>
    public required long Suppressed { get; init; }

    /// <summary>The pairs of tenant and profile that are watched.</summary>
    public required int Watched { get; init; }
}
