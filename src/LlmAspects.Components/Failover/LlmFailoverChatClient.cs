#pragma warning disable MEAI001 // The routing seam is experimental; this type is internal, so nobody who uses the library depends on it.

using System.Runtime.CompilerServices;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>An ordered list of models behind one chat client; the loop is that of the handler. Thread-safe.</summary>
internal sealed class LlmFailoverChatClient(LlmFailoverHandler handler, RouteDecision order, Func<ModelInfo, IChatClient> clientOf) : RoutingChatClient
{
    private ModelClients? _owned;
    private volatile IChatClient? _chosen;

    /// <summary>Creates a client that owns those of its models.</summary>
    /// <param name="handler">Walks the models.</param>
    /// <param name="models">The models, first choice first.</param>
    /// <exception cref="ArgumentException">There is no model, or an id occurs twice.</exception>
    public static LlmFailoverChatClient Of(LlmFailoverHandler handler, IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        // A catalogue checks the ids and the numbers of the models.
        var catalog = new ModelCatalog(models.Select(pair => pair.Model));
        if (catalog.Models.IsEmpty)
        {
            throw new ArgumentException("There is no model to ask.", nameof(models));
        }

        var clients = ModelClients.Of(catalog, models);
        var order = new RouteDecision([.. catalog.Models.Select((model, place) => new RouteCandidate(model, -place, $"place {place + 1} of the given order"))], [], "ordered");
        return new LlmFailoverChatClient(handler, order, clients.Of) { _owned = clients, _chosen = clients.First };
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        FailoverResult result = await handler.ExecuteAsync(OrderFor(options), Choose, messages, LlmChatOptions.From(options), cancellationToken).ConfigureAwait(false);
        return result.Response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in handler.StreamAsync(OrderFor(options), Choose, messages, LlmChatOptions.From(options), cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>The handler, or a service of the client that was chosen last; before the first call, of the first one.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? _chosen?.GetService(serviceType, serviceKey)
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(handler) ? handler
            : _chosen?.GetService(serviceType);
    }

    // Both calls have a loop of their own, which knows limits, breakers and broken streams; this is what a single choice would be.
    protected override ValueTask<IChatClient> SelectClientAsync(RoutingContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Choose(OrderFor(context.ChatOptions).Model));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _owned?.Dispose();
        }

        base.Dispose(disposing);
    }

    private IChatClient Choose(ModelInfo model) => _chosen = clientOf(model);

    // A pinned model is asked alone.
    private RouteDecision OrderFor(ChatOptions? options)
    {
        if (options?.ModelId is not { } pinned)
        {
            return order;
        }

        foreach (RouteCandidate candidate in order.Candidates)
        {
            if (candidate.Model.Id == pinned)
            {
                return new RouteDecision([candidate], [], "pinned");
            }
        }

        throw new UnknownModelException(pinned);
    }
}
