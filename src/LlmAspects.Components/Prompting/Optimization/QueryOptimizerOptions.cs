namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Settings of the query optimizer.</summary>
public sealed record QueryOptimizerOptions
{
    /// <summary>How many queries the history keeps, at least 1; the oldest make room. The default is 10,000.</summary>
    public int MaxHistory { get; init; } = 10_000;

    /// <summary>How many combinations of tenant, task, feature and strategy are learned, at least 1; reports of further ones teach nothing. The default is 10,000.</summary>
    public int MaxPatterns { get; init; } = 10_000;

    /// <summary>How many reports of changed and of unchanged queries a strategy needs before its gain counts, at least 2. The default is 20.</summary>
    public int MinimumSamples { get; init; } = 20;

    /// <summary>How likely a gain must be before a strategy changes queries, 0.5 to below 1. The default is 0.95.</summary>
    public double Credibility { get; init; } = 0.95;

    /// <summary>The smallest expected gain in quality that is worth a change, 0 to 1. The default is 0.01.</summary>
    public double MinimumGain { get; init; } = 0.01;

    /// <summary>What a report still weighs after a further one, between 0 and 1; large enough that <see cref="MinimumSamples"/> reports can come together. The default is 0.995.</summary>
    public double LearningDecay { get; init; } = 0.995;

    /// <summary>After how long a report weighs half as much, more than zero. The default is 30 days.</summary>
    public TimeSpan LearningHalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The strategies that may change queries before there is evidence; evidence of a loss still stops them. The default is empty.</summary>
    public IReadOnlyCollection<OptimizationStrategy> Trusted { get; init; } = [];

    /// <summary>
    /// For which part of the queries a strategy without enough evidence is tried, so that evidence arises, 0 to 1. Which ones follows from their words: the same query is always treated the same.
    /// The default is 0: nothing is tried.
    /// </summary>
    public double ExplorationShare { get; init; }

    /// <summary>Chooses which queries are explored. The default is 0.</summary>
    public int ExplorationSeed { get; init; }

    /// <summary>What <see cref="OptimizationStrategy.ConstraintSpecification"/> adds to queries of a task: one line each. The default limits summaries to five sentences, new texts to 300 words and asks for the result of an analysis first.</summary>
    public IReadOnlyDictionary<LlmTask, string> Constraints { get; init; } = StrategyTexts.DefaultConstraints;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHistory, 1, nameof(MaxHistory));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPatterns, 1, nameof(MaxPatterns));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSamples, 2, nameof(MinimumSamples));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LearningHalfLife, TimeSpan.Zero, nameof(LearningHalfLife));
        Require(Credibility is >= 0.5 and < 1, Credibility, nameof(Credibility), "The credibility must be from 0.5 to below 1.");
        Require(MinimumGain is >= 0 and <= 1, MinimumGain, nameof(MinimumGain), "The gain must be from 0 to 1.");
        Require(LearningDecay is > 0 and < 1, LearningDecay, nameof(LearningDecay), "The decay must be between 0 and 1.");
        Require(1 / (1 - LearningDecay) > MinimumSamples, LearningDecay, nameof(LearningDecay), "The decay forgets reports before there are as many as MinimumSamples.");
        Require(ExplorationShare is >= 0 and <= 1, ExplorationShare, nameof(ExplorationShare), "The share must be from 0 to 1.");
        ArgumentNullException.ThrowIfNull(Trusted, nameof(Trusted));
        ArgumentNullException.ThrowIfNull(Constraints, nameof(Constraints));
        if (Constraints.Values.FirstOrDefault(static text => string.IsNullOrWhiteSpace(text) || text.AsSpan().ContainsAny('\r', '\n')) is { } wrong)
        {
            throw new ArgumentException($"A constraint must be one line of text: '{wrong}'.", nameof(Constraints));
        }
    }

    private static void Require(bool holds, double value, string name, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
