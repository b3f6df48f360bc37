using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>The clients of the models of a catalogue. Thread-safe; owns them.</summary>
/// <remarks>A client is made when its model is first called, and again only when provider or endpoint of the model have changed.</remarks>
internal sealed class ModelClients(ModelCatalog catalog, Func<ModelInfo, IChatClient> create, params IEnumerable<IChatClient> given) : IDisposable
{
    private readonly ConcurrentDictionary<(string Provider, Uri? Endpoint, string Id), IChatClient> _clients = new();
    private readonly IChatClient[] _given = [.. given];
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>The first client that was given, or that of the first model; <see langword="null"/> when there is none.</summary>
    public IChatClient? First => _given is [var first, ..] ? first : catalog.Models is [var model, ..] ? Of(model) : null;

    /// <summary>Clients that are there already: one for every model of the catalogue, and for no other.</summary>
    /// <exception cref="ArgumentException">An id occurs twice, or a model of the catalogue has no client.</exception>
    /// <exception cref="UnknownModelException">A client is given for a model that is not in the catalogue.</exception>
    public static ModelClients Of(ModelCatalog catalog, IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        if (models.Any(pair => pair.Model is null || pair.Client is null))
        {
            throw new ArgumentNullException(nameof(models), "A model or its client is null.");
        }

        FrozenDictionary<string, IChatClient> clients = models.ToFrozenDictionary(pair => pair.Model.Id, pair => pair.Client, StringComparer.Ordinal);
        if (clients.Keys.FirstOrDefault(id => !catalog.TryGet(id, out _)) is { } unknown)
        {
            throw new UnknownModelException(unknown);
        }

        if (catalog.Models.FirstOrDefault(model => !clients.ContainsKey(model.Id)) is { } missing)
        {
            throw new ArgumentException(NoClient(missing), nameof(models));
        }

        return new ModelClients(catalog, model => clients.TryGetValue(model.Id, out IChatClient? client) ? client : throw new InvalidOperationException(NoClient(model)), models.Select(pair => pair.Client));
    }

    /// <summary>The client of a model.</summary>
    public IChatClient Of(ModelInfo model)
    {
        (string, Uri?, string) key = (model.Provider, model.Endpoint, model.Id);
        if (_clients.TryGetValue(key, out IChatClient? client))
        {
            return client;
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _clients.GetOrAdd(key, static (_, made) => made.Create(made.Model), (Create: create, Model: model));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        foreach (IChatClient client in _clients.Values.Concat(_given).Distinct())
        {
            client.Dispose();
        }
    }

    private static string NoClient(ModelInfo model) =>
        $"The model '{model.Id}' is in the catalogue and no client was given for it. Give one for every model; where models come and go, give a function that makes them.";
}
