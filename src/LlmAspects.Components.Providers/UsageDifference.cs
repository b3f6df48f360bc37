using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Providers;

/// <summary>What one usage has more than an earlier one.</summary>
internal static class UsageDifference
{
    /// <summary>What was added since <paramref name="earlier"/>; a figure that is missing in either is taken for 0 there.</summary>
    public static UsageDetails Since(this UsageDetails total, UsageDetails earlier)
    {
        var added = new UsageDetails
        {
            InputTokenCount = Added(total.InputTokenCount, earlier.InputTokenCount),
            OutputTokenCount = Added(total.OutputTokenCount, earlier.OutputTokenCount),
            TotalTokenCount = Added(total.TotalTokenCount, earlier.TotalTokenCount),
            CachedInputTokenCount = Added(total.CachedInputTokenCount, earlier.CachedInputTokenCount),
            ReasoningTokenCount = Added(total.ReasoningTokenCount, earlier.ReasoningTokenCount),
#pragma warning disable MEAI001 // Experimental, but clients report them, and a consumer adds them up like the others.
            InputAudioTokenCount = Added(total.InputAudioTokenCount, earlier.InputAudioTokenCount),
            InputTextTokenCount = Added(total.InputTextTokenCount, earlier.InputTextTokenCount),
            OutputAudioTokenCount = Added(total.OutputAudioTokenCount, earlier.OutputAudioTokenCount),
            OutputTextTokenCount = Added(total.OutputTextTokenCount, earlier.OutputTextTokenCount),
#pragma warning restore MEAI001
        };
        foreach ((string name, long count) in total.AdditionalCounts ?? [])
        {
            long? before = earlier.AdditionalCounts?.TryGetValue(name, out long known) == true ? known : null;
            (added.AdditionalCounts ??= [])[name] = Added(count, before) ?? 0;
        }

        return added;
    }

    private static long? Added(long? total, long? earlier) => total - (earlier ?? 0);
}
