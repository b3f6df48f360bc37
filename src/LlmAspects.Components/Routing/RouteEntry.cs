namespace LlmAspects.Components.Routing;

/// <summary>What one decision finds out of one model, exact figures. Without a reference, so that entries live on the stack.</summary>
internal struct RouteEntry
{
    /// <summary>The index of the model that stands at this place; the rest of the entry is of the model whose index is the place.</summary>
    public int ModelAtPlace;

    /// <summary>The filter that excludes the model; <see langword="null"/> when it is capable.</summary>
    public RouteExclusionCause? Cause;

    /// <summary>What the reason of the exclusion needs, by its cause.</summary>
    public long Detail;

    /// <summary>Whether a breaker or a rate limit holds the model back; the reason is in the table.</summary>
    public bool IsHeldBack;

    public bool IsPreferred;

    /// <summary>Whether the strategy has drawn the model or assigned the request to it.</summary>
    public bool IsChosen;

    public double Priority;
    public double Performance;
    public double Reliability;

    /// <summary>US dollars; NaN while the price is not known.</summary>
    public double Price;

    /// <summary>Seconds.</summary>
    public double Latency;

    /// <summary>Seconds; NaN while it was not measured.</summary>
    public double SlowLatency;

    /// <summary>Seconds; NaN while it was not measured.</summary>
    public double FirstToken;

    public double Weight;
    public int InFlight;

    /// <summary>From 0 to 1, relative to the dearest candidate.</summary>
    public double CostScore;

    /// <summary>From 0 to 1, relative to the fastest candidate.</summary>
    public double LatencyScore;

    public double Load;

    /// <summary>What the models of one tier are ordered by, higher first.</summary>
    public double Score;

    /// <summary>Lower comes first, before any score.</summary>
    public readonly int Tier => Cause is not null ? 8 : (IsHeldBack ? 4 : 0) + (IsPreferred ? 0 : IsChosen ? 1 : 2);
}
