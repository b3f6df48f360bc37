using LlmAspects.Components.Routing;

namespace LlmAspects.Hosting.Models;

/// <summary>Compares models by all that they say; a record compares its list of tasks by reference.</summary>
internal sealed class ModelInfoComparer : IEqualityComparer<ModelInfo>
{
    public static ModelInfoComparer Instance { get; } = new();

    public bool Equals(ModelInfo? x, ModelInfo? y) =>
        x is null || y is null ? x == y : x with { Tasks = null } == y with { Tasks = null } && (x.Tasks ?? []).SequenceEqual(y.Tasks ?? []);

    public int GetHashCode(ModelInfo obj) => (obj with { Tasks = null }).GetHashCode();
}
