namespace LlmAspects.Components.Routing;

/// <summary>The hard filters: a model that fails one cannot serve the request. Each leaves what its reason needs. Pure.</summary>
internal static class RouteFilters
{
    /// <summary>The output tokens that a request may take of a model.</summary>
    public const int DefaultMaxOutputTokens = 1_024;

    /// <summary>Set in the detail of <see cref="RouteExclusionCause.ContextWindow"/> when the window is too small, not the output limit.</summary>
    public const long WindowFlag = 1L << 32;

    /// <summary>The relative error that a price computed with binary fractions may have, with room to spare.</summary>
    private const double Doubt = 1e-9;

    public static int OutputTokens(in RouteRequest request, ModelInfo model) =>
        request.MaxOutputTokens ?? Math.Min(DefaultMaxOutputTokens, model.MaxOutputTokens);

    /// <summary>Applies the filters that need no measurement, in order; cause and detail are set when one fails. No pinned model is -1.</summary>
    public static bool Passes(in RouteRequest request, RouteRow row, int index, int pinned, ref RouteEntry entry)
    {
        if (!row.Enabled)
        {
            return Exclude(ref entry, RouteExclusionCause.Disabled, 0);
        }

        if (pinned >= 0 && pinned != index)
        {
            return Exclude(ref entry, RouteExclusionCause.NotPinned, pinned);
        }

        if (!row.Does(request.Task))
        {
            return Exclude(ref entry, RouteExclusionCause.Task, (int)request.Task);
        }

        ModelCapabilities missing = request.RequiredCapabilities & ~row.Model.Capabilities;
        return missing == ModelCapabilities.None
            ? FitsSize(request, row.Model, ref entry) && FitsCost(request, row.Model, ref entry)
            : Exclude(ref entry, RouteExclusionCause.Capability, (int)missing);
    }

    /// <summary>Applies the filter of the usual latency.</summary>
    public static bool PassesLatency(in RouteRequest request, ref RouteEntry entry) =>
        request.LatencyLimit is not { } limit || entry.Latency <= limit.TotalSeconds
        || Exclude(ref entry, RouteExclusionCause.Latency, (long)Math.Ceiling(entry.Latency * 1_000));

    public static bool Exclude(ref RouteEntry entry, RouteExclusionCause cause, long detail)
    {
        entry.Cause = cause;
        entry.Detail = detail;
        return false;
    }

    private static bool FitsSize(in RouteRequest request, ModelInfo model, ref RouteEntry entry)
    {
        int output = OutputTokens(request, model);
        if (output > model.MaxOutputTokens)
        {
            return Exclude(ref entry, RouteExclusionCause.ContextWindow, output);
        }

        return (long)request.InputTokens + output <= model.ContextWindow || Exclude(ref entry, RouteExclusionCause.ContextWindow, (uint)output | WindowFlag);
    }

    private static bool FitsCost(in RouteRequest request, ModelInfo model, ref RouteEntry entry)
    {
        if (request.CostLimit is not { } limit)
        {
            return true;
        }

        // Exact arithmetic is slow: it is asked only where binary fractions cannot tell. A price that is not known is within no bound.
        double bound = (double)limit;
        bool fits = entry.Price <= bound * (1 - Doubt)
            || (entry.Price <= bound * (1 + Doubt) && model.CostOf(request.InputTokens, OutputTokens(request, model)) <= limit);
        return fits || Exclude(ref entry, RouteExclusionCause.Cost, BitConverter.DoubleToInt64Bits(entry.Price));
    }
}
