using System.Globalization;

namespace LlmAspects.Components.Routing;

/// <summary>The hard filters: a model that fails one cannot serve the request.</summary>
internal static class RouteFilters
{
    /// <summary>The output tokens that a request may take of a model.</summary>
    public const int DefaultMaxOutputTokens = 1_024;

    public static int OutputTokens(in RouteRequest request, ModelInfo model) =>
        request.MaxOutputTokens ?? Math.Min(DefaultMaxOutputTokens, model.MaxOutputTokens);

    /// <summary>Applies the filters in order.</summary>
    /// <returns><see langword="null"/> when the model can serve the request.</returns>
    public static RouteExclusion? Exclude(in RouteRequest request, ModelInfo model, bool enabled, TimeSpan latency)
    {
        if (!enabled)
        {
            return new RouteExclusion(model, RouteExclusionCause.Disabled, "it is switched off");
        }

        if (request.PinnedModelId is { } pinned && !string.Equals(pinned, model.Id, StringComparison.Ordinal))
        {
            return new RouteExclusion(model, RouteExclusionCause.NotPinned, $"the request is pinned to '{pinned}'");
        }

        return ExcludeByAbility(request, model)
            ?? ExcludeBySize(request, model)
            ?? ExcludeByCost(request, model)
            ?? ExcludeByLatency(request, model, latency);
    }

    private static RouteExclusion? ExcludeByAbility(in RouteRequest request, ModelInfo model)
    {
        if (request.Task != LlmTask.General && model.Tasks is { } tasks && !tasks.Contains(request.Task))
        {
            return new RouteExclusion(model, RouteExclusionCause.Task, $"it does not do {request.Task}");
        }

        ModelCapabilities missing = request.RequiredCapabilities & ~model.Capabilities;
        return missing == ModelCapabilities.None
            ? null
            : new RouteExclusion(model, RouteExclusionCause.Capability, $"it lacks {missing}");
    }

    private static RouteExclusion? ExcludeBySize(in RouteRequest request, ModelInfo model)
    {
        int output = OutputTokens(request, model);
        if (output > model.MaxOutputTokens)
        {
            return new RouteExclusion(model, RouteExclusionCause.ContextWindow, Invariant($"it writes at most {model.MaxOutputTokens} tokens, {output} are wanted"));
        }

        return (long)request.InputTokens + output <= model.ContextWindow
            ? null
            : new RouteExclusion(model, RouteExclusionCause.ContextWindow, Invariant($"{request.InputTokens} input and {output} output tokens do not fit its window of {model.ContextWindow}"));
    }

    private static RouteExclusion? ExcludeByCost(in RouteRequest request, ModelInfo model)
    {
        if (request.CostLimit is not { } limit)
        {
            return null;
        }

        return model.CostOf(request.InputTokens, OutputTokens(request, model)) switch
        {
            null => new RouteExclusion(model, RouteExclusionCause.Cost, Invariant($"its price is not known and the limit is {limit} USD")),
            { } cost when cost > limit => new RouteExclusion(model, RouteExclusionCause.Cost, Invariant($"the call may cost {cost} USD, the limit is {limit} USD")),
            _ => null,
        };
    }

    private static RouteExclusion? ExcludeByLatency(in RouteRequest request, ModelInfo model, TimeSpan latency) =>
        request.LatencyLimit is { } limit && latency > limit
            ? new RouteExclusion(model, RouteExclusionCause.Latency, Invariant($"it usually takes {latency.TotalSeconds:0.###} s, the limit is {limit.TotalSeconds:0.###} s"))
            : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
