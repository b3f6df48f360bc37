using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Routing;

/// <summary>How the router orders the capable models.</summary>
public sealed record LlmRouterOptions
{
    /// <summary>The strategy of requests that name none. The default is <see cref="RoutingStrategy.Balanced"/>.</summary>
    public RoutingStrategy Strategy { get; init; }

    /// <summary>Whether models of which little is known are tried. The default is <see cref="RouteExploration.None"/>.</summary>
    public RouteExploration Exploration { get; init; }

    /// <summary>The test of <see cref="RoutingStrategy.AbTest"/>; outcomes count for it under every strategy. The default is <see langword="null"/>: there is none.</summary>
    public AbTest? AbTest { get; init; }

    /// <summary>The weight of <see cref="ModelInfo.Priority"/>, 0 to 1. The default is 0.4.</summary>
    public double PriorityWeight { get; init; } = 0.4;

    /// <summary>The weight of observed performance, 0 to 1. The default is 0.3.</summary>
    public double PerformanceWeight { get; init; } = 0.3;

    /// <summary>
    /// What models are expected to make of <see cref="RouteRequest.Text"/>; observed performance begins there. The default is <see langword="null"/>: every model
    /// is expected to succeed half of the time.
    /// </summary>
    public TextQualityModel? TextQuality { get; init; }

    /// <summary>The weight of low cost, 0 to 1. The default is 0.2.</summary>
    public double CostWeight { get; init; } = 0.2;

    /// <summary>The weight of low latency, 0 to 1. The default is 0.1.</summary>
    public double LatencyWeight { get; init; } = 0.1;

    /// <summary>The most that calls under way take off a score, 0 to 1: <c>weight * n / (n + 10)</c>. The default is 0.1.</summary>
    public double LoadWeight { get; init; } = 0.1;

    /// <summary>What an old outcome weighs beside the next one, 0 to 1 (exclusive): after n further outcomes it weighs <c>decay^n</c>. The default is 0.98.</summary>
    public double LearningDecay { get; init; } = 0.98;

    /// <summary>After how long an outcome weighs half as much, more than zero: what was learned fades to "nothing is known" where nothing new is seen. The default is 6 h.</summary>
    public TimeSpan LearningHalfLife { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How many combinations of tenant, model and task are learned, at least 1; outcomes of further ones are counted, not learned. The default is 10,000.</summary>
    public int MaxLearned { get; init; } = 10_000;

    /// <summary>
    /// Whether a model that its breaker or a rate limit holds back is excluded. The default is <see langword="false"/>: it stands last, because it may be back when its turn comes;
    /// for callers without a failover handler <see langword="true"/> is right.
    /// </summary>
    public bool ExcludeUnavailable { get; init; }

    /// <summary>What a user can do when no model is capable, a whole sentence at the end of the message. The default is <see langword="null"/>: nothing is added.</summary>
    public string? NoCapableModelHint { get; init; }

    internal void Validate()
    {
        CheckFraction(PriorityWeight, nameof(PriorityWeight));
        CheckFraction(PerformanceWeight, nameof(PerformanceWeight));
        CheckFraction(CostWeight, nameof(CostWeight));
        CheckFraction(LatencyWeight, nameof(LatencyWeight));
        CheckFraction(LoadWeight, nameof(LoadWeight));
        if (LearningDecay is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(LearningDecay), LearningDecay, "The decay must be between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLearned, 1, nameof(MaxLearned));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LearningHalfLife, TimeSpan.Zero, nameof(LearningHalfLife));
        ValidateStrategy();
    }

    private void ValidateStrategy()
    {
        _ = RoutingStrategyNames.NameOf(Strategy);
        if (Exploration is not (RouteExploration.None or RouteExploration.Thompson))
        {
            throw new ArgumentOutOfRangeException(nameof(Exploration), Exploration, "There is no such exploration.");
        }

        AbTest?.Validate();
        if (Strategy == RoutingStrategy.AbTest && AbTest is null)
        {
            throw new ArgumentException($"The strategy needs a test: set {nameof(AbTest)}.", nameof(Strategy));
        }
    }

    private static void CheckFraction(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A weight must be from 0 to 1.");
        }
    }
}
