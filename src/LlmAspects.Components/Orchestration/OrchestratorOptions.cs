using LlmAspects.Components.Pricing;

namespace LlmAspects.Components.Orchestration;

/// <summary>Settings of the orchestrator.</summary>
public sealed record OrchestratorOptions
{
    /// <summary>How workflows that name no strategy are carried out. The default is <see cref="OrchestrationStrategy.Adaptive"/>.</summary>
    public OrchestrationStrategy Strategy { get; init; }

    /// <summary>How long a whole workflow may take, more than 0. The default is 300 s; a deadline of the request may be sooner.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a node may take with its retries, more than 0. The default is <see langword="null"/>: as long as the workflow has left.</summary>
    public TimeSpan? NodeTimeLimit { get; init; }

    /// <summary>How many nodes of one workflow run at the same time, at least 1. The default is 5.</summary>
    public int MaxParallel { get; init; } = 5;

    /// <summary>How often a bad answer is asked for again, at least 0. The default is 3. A call that failed is repeated by the failover handler alone.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The measured quality below which an answer is bad, 0 to 1. The default is 0.7; <see langword="null"/> measures nothing. An answer that cannot be measured is not bad.</summary>
    public double? QualityThreshold { get; init; } = 0.7;

    /// <summary>
    /// Measures an answer, 0 to 1; <see langword="null"/> when it cannot be told. Called from several threads. The default is <see langword="null"/>: the overall score that the pipeline
    /// measured, else that of a <see cref="Quality.LlmQualityMonitor"/>, which needs retrieved documents or other evidence to have one.
    /// </summary>
    public Func<NodeAnswer, double?>? Quality { get; init; }

    /// <summary>The probability that the cheap model fails above which a node is asked of the panel, 0 to 1. The default is 0.7.</summary>
    public double ComplexityThreshold { get; init; } = 0.7;

    /// <summary>Estimates that probability. The default is <see cref="ComplexityModel.Prior"/>, which knows no outcomes of the cheap model and only orders requests.</summary>
    public ComplexityModel Complexity { get; init; } = ComplexityModel.Prior;

    /// <summary>The confidence below which the answer of the panel's best member takes the place of the panel's, 0 to 1. The default is 0.7.</summary>
    public double EnsembleConfidence { get; init; } = 0.7;

    /// <summary>The model that divides requests and joins results. The default is <see langword="null"/>: the client chooses.</summary>
    public string? CoordinatorModelId { get; init; }

    /// <summary>Whether a model divides requests. The default is <see langword="true"/>; else, and where it fails, their numbered lines or question marks do.</summary>
    public bool DecomposeByModel { get; init; } = true;

    /// <summary>Whether a model joins several results into one answer. The default is <see langword="true"/>; else they stand one after the other.</summary>
    public bool SynthesizeByModel { get; init; } = true;

    /// <summary>The most parts that a request is divided into, 2 to 1,000. The default is 20.</summary>
    public int MaxParts { get; init; } = 20;

    /// <summary>How often parts are divided again with <see cref="OrchestrationStrategy.Hierarchical"/>, at least 0. The default is 1.</summary>
    public int MaxDepth { get; init; } = 1;

    /// <summary>Prices of calls that the pipeline has not priced. The default is <see langword="null"/>: their cost is not known.</summary>
    public PriceTable? Prices { get; init; }

    /// <summary>Of how many workflows that have ended the status is remembered, at least 1. The default is 100.</summary>
    public int HistorySize { get; init; } = 100;

    internal void Validate()
    {
        Require(Enum.IsDefined(Strategy), Strategy, nameof(Strategy), "There is no such strategy.");
        Require(TimeLimit > TimeSpan.Zero, TimeLimit, nameof(TimeLimit), "The time must be more than 0.");
        Require(NodeTimeLimit is null || NodeTimeLimit > TimeSpan.Zero, NodeTimeLimit, nameof(NodeTimeLimit), "The time must be more than 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxParallel, 1, nameof(MaxParallel));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxRetries, nameof(MaxRetries));
        RequireShare(QualityThreshold, nameof(QualityThreshold));
        RequireShare(ComplexityThreshold, nameof(ComplexityThreshold));
        RequireShare(EnsembleConfidence, nameof(EnsembleConfidence));
        ArgumentNullException.ThrowIfNull(Complexity, nameof(Complexity));
        Require(MaxParts is >= 2 and <= 1_000, MaxParts, nameof(MaxParts), "The value must be from 2 to 1,000.");
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDepth, nameof(MaxDepth));
        ArgumentOutOfRangeException.ThrowIfLessThan(HistorySize, 1, nameof(HistorySize));
    }

    private static void RequireShare(double? value, string name) => Require(value is null or (>= 0 and <= 1), value, name, "The value must be from 0 to 1.");

    private static void Require(bool isAllowed, object? value, string name, string rule)
    {
        if (!isAllowed)
        {
            throw new ArgumentOutOfRangeException(name, value, rule);
        }
    }
}
