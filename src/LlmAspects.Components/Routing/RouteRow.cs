using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

/// <summary>A model as the router computes with it: what a decision would otherwise look up each time.</summary>
internal sealed class RouteRow
{
    private const double Million = 1e6;

    public RouteRow(ModelInfo model, bool enabled, ModelSlot slot)
    {
        Model = model;
        Enabled = enabled;
        Slot = slot;
        Tasks = model.Tasks is { } tasks ? tasks.Aggregate(1L << (int)LlmTask.General, static (mask, task) => mask | (1L << (int)task)) : -1;
        InputPrice = model.InputPricePerMillion is { } input ? (double)input / Million : double.NaN;
        OutputPrice = model.OutputPricePerMillion is { } output ? (double)output / Million : double.NaN;
        TypicalLatency = model.TypicalLatency.TotalSeconds;
    }

    public ModelInfo Model { get; }

    public bool Enabled { get; }

    public ModelSlot Slot { get; }

    /// <summary>US dollars for an input token; NaN while it is not known.</summary>
    public double InputPrice { get; }

    /// <summary>US dollars for an output token; NaN while it is not known.</summary>
    public double OutputPrice { get; }

    /// <summary>Seconds.</summary>
    public double TypicalLatency { get; }

    /// <summary>What the health keeps of the model, once somebody looked: it stays the same.</summary>
    public ModelHealth.Entry? Health { get; set; }

    private long Tasks { get; }

    public bool Does(LlmTask task) => (Tasks & (1L << (int)task)) != 0;
}
