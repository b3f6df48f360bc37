using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LlmAspects.Components.Routing;

/// <summary>One version of the catalogue with its switches, laid out for decisions. Only the reasons of held-back models change.</summary>
internal sealed class RouteTable
{
    private readonly FrozenDictionary<string, int> _indexes;

    public RouteTable(ImmutableArray<ModelInfo> models, Func<ModelInfo, bool> isEnabled, Func<string, ModelSlot> slotOf, AbTest? test)
    {
        Models = models;
        Rows = [.. models.Select(model => new RouteRow(model, isEnabled(model), slotOf(model.Id)))];
        _indexes = models.Select(static (model, index) => (model.Id, index)).ToFrozenDictionary(static pair => pair.Id, static pair => pair.index, StringComparer.Ordinal);
        Test = test;
        Control = test is null ? -1 : IndexOf(test.ControlModelId);
        Treatment = test is null ? -1 : IndexOf(test.TreatmentModelId);
        HeldBack = new HeldBackReasons(models.Length);
    }

    public ImmutableArray<ModelInfo> Models { get; }

    public ImmutableArray<RouteRow> Rows { get; }

    public HeldBackReasons HeldBack { get; }

    public AbTest? Test { get; }

    /// <summary>The index of the control model; -1 when there is none.</summary>
    public int Control { get; }

    /// <summary>The index of the treatment model; -1 when there is none.</summary>
    public int Treatment { get; }

    /// <summary>The index of a model; -1 for <see langword="null"/> and for an id that is not there.</summary>
    public int IndexOf(string? id) => id is not null && _indexes.TryGetValue(id, out int index) ? index : -1;
}
