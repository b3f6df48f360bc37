using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LlmAspects.Components.Routing;

/// <summary>The models that may answer. Reads see one consistent version; <see cref="Replace"/> swaps it at run time. Thread-safe.</summary>
public sealed class ModelCatalog
{
    private volatile Snapshot _current;

    /// <summary>Creates a catalogue.</summary>
    /// <param name="models">The models, in the order that breaks ties.</param>
    /// <exception cref="ArgumentException">An id occurs twice, or a model has a number out of range.</exception>
    public ModelCatalog(params IEnumerable<ModelInfo> models) => _current = Snapshot.Of(models, before: null);

    /// <summary>The models, in the order that breaks ties.</summary>
    public ImmutableArray<ModelInfo> Models => _current.Models;

    /// <summary>Grows by one with every <see cref="Replace"/>; 1 at the start.</summary>
    public int Version => _current.Version;

    /// <summary>Finds a model by its id (ordinal).</summary>
    /// <param name="id">The id.</param>
    /// <param name="model">The model, if there is one.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out ModelInfo? model) => _current.ById.TryGetValue(id, out model);

    /// <summary>Replaces all models at once; calls under way keep the version that they began with.</summary>
    /// <param name="models">The new models.</param>
    /// <exception cref="ArgumentException">An id occurs twice, or a model has a number out of range; the catalogue stays as it was.</exception>
    public void Replace(params IEnumerable<ModelInfo> models)
    {
        Snapshot seen;
        Snapshot next;
        ImmutableArray<ModelInfo> list = [.. models];
        do
        {
            seen = _current;
            next = Snapshot.Of(list, seen);
        }
        while (Interlocked.CompareExchange(ref _current, next, seen) != seen);
    }

    /// <summary>Finds a model of this version or of the one before: a call may be under way on a model that has left.</summary>
    internal bool TryGetCalled(string id, [NotNullWhen(true)] out ModelInfo? model)
    {
        Snapshot seen = _current;
        return seen.ById.TryGetValue(id, out model) || seen.Before.TryGetValue(id, out model);
    }

    private sealed record Snapshot(ImmutableArray<ModelInfo> Models, FrozenDictionary<string, ModelInfo> ById, FrozenDictionary<string, ModelInfo> Before, int Version)
    {
        public static Snapshot Of(IEnumerable<ModelInfo> models, Snapshot? before)
        {
            ImmutableArray<ModelInfo> list = [.. models];
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (ModelInfo model in list)
            {
                Validate(model);
                if (!ids.Add(model.Id))
                {
                    throw new ArgumentException($"The model '{model.Id}' is in the catalogue twice. Give each model an id of its own.", nameof(models));
                }
            }

            return new Snapshot(
                list,
                list.ToFrozenDictionary(model => model.Id, StringComparer.Ordinal),
                before?.ById ?? FrozenDictionary<string, ModelInfo>.Empty,
                (before?.Version ?? 0) + 1);
        }

        private static void Validate(ModelInfo model)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(model.Id);
            ArgumentException.ThrowIfNullOrWhiteSpace(model.Provider);
            ArgumentOutOfRangeException.ThrowIfLessThan(model.ContextWindow, 1);
            ArgumentOutOfRangeException.ThrowIfLessThan(model.MaxOutputTokens, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(model.InputPricePerMillion ?? 0m);
            ArgumentOutOfRangeException.ThrowIfNegative(model.OutputPricePerMillion ?? 0m);
            if (model.FirstTokenLimit is { } limit && limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            {
                throw new ArgumentOutOfRangeException(nameof(model), limit, $"The limit of '{model.Id}' on its first token must be above 0.");
            }

            if (model.Priority is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(model), model.Priority, $"The priority of '{model.Id}' must be from 0 to 1.");
            }

            if (model.Weight is not (>= 0 and < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(model), model.Weight, $"The weight of '{model.Id}' must be a number from 0 on.");
            }
        }
    }
}
