namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>What a model plays under a condition. Times are in seconds at full scale.</summary>
internal sealed record WallRule
{
    public WallCondition On { get; init; }

    public WallPlay Play { get; init; }

    public int Status { get; init; }

    /// <summary>The header <c>Retry-After</c>; it counts whole seconds and is never scaled.</summary>
    public int? RetryAfter { get; init; }

    public WallError? Error { get; init; }

    /// <summary>The time before the first event, or before the body of a plain reply.</summary>
    public double Delay { get; init; }

    /// <summary>How long a silence or a pause lasts; the connection is closed after it.</summary>
    public double Seconds { get; init; }

    /// <summary>The stream is cut after so many words.</summary>
    public int? StopAfter { get; init; }

    /// <summary>The stream falls silent after so many words, and is cut later.</summary>
    public int? PauseAfter { get; init; }

    public int? BadEventAfter { get; init; }

    /// <summary>The data of the extra event, which is no valid JSON.</summary>
    public string? BadEvent { get; init; }

    /// <summary>Whether the stream leaves out its end marker.</summary>
    public bool OmitDone { get; init; }

    /// <summary>The first rule whose condition holds; a list without one plays a healthy answer.</summary>
    public static WallRule Choose(IReadOnlyList<WallRule> rules, Func<WallCondition, bool> holds) =>
        rules.FirstOrDefault(rule => rule.On == WallCondition.Always || holds(rule.On)) ?? new WallRule();
}
