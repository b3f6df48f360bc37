using System.Globalization;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Decides which strategies may change a query: those that were accepted, and those whose gain is credible; before there is evidence also those that are trusted or explored.</summary>
internal sealed class StrategyJudge(QueryOptimizerOptions options, PatternBook book)
{
    private const ulong Draws = 1_000_003;

    public StrategyVerdict Judge(PatternKey key, OptimizationRequest request, string words)
    {
        GainEstimate? gain = book.GainOf(key);
        if (request.Accepted.Contains(key.Strategy))
        {
            return new StrategyVerdict(true, true, "The suggestion was accepted.", gain);
        }

        if (gain is not null && GainRules.IsLoss(gain))
        {
            return new StrategyVerdict(false, false, "Reports show a loss.", gain);
        }

        if (gain is not null && GainRules.IsCredible(gain, options))
        {
            return new StrategyVerdict(true, true, string.Create(CultureInfo.InvariantCulture, $"Reports show a gain of {gain.Mean:0.00} with a probability of {gain.Probability:0.00}."), gain);
        }

        if (options.Trusted.Contains(key.Strategy))
        {
            return new StrategyVerdict(true, true, "The strategy is trusted.", gain);
        }

        return gain is null && IsExplored(key.Strategy, words)
            ? new StrategyVerdict(true, true, "The query is one of those that the strategy is tried on.", gain)
            : new StrategyVerdict(false, true, gain is null ? "There are too few reports of its gain." : "Its gain is not certain enough.", gain);
    }

    private bool IsExplored(OptimizationStrategy strategy, string words)
    {
        ulong hash = Fnv1a.Extend(Fnv1a.Extend(Fnv1a.Extend(Fnv1a.Empty, (ulong)options.ExplorationSeed), (ulong)strategy), words);
        return hash % Draws < options.ExplorationShare * Draws;
    }
}
