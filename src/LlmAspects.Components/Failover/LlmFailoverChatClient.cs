#pragma warning disable MEAI001 // The routing seam is experimental; this type is internal, so nobody who uses the library depends on it.

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>An ordered list of models behind one chat client; the loop is that of the handler. Thread-safe; owns the clients.</summary>
internal sealed class LlmFailoverChatClient : RoutingChatClient
{
    private readonly LlmFailoverHandler _handler;
    private readonly RouteDecision _order;
    private readonly FrozenDictionary<string, IChatClient> _clients;
    private volatile IChatClient _chosen;

    /// <summary>Creates a client.</summary>
    /// <param name="handler">Walks the models.</param>
    /// <param name="models">The models, first choice first.</param>
    /// <exception cref="ArgumentException">There is no model, or an id occurs twice.</exception>
    public LlmFailoverChatClient(LlmFailoverHandler handler, IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        // A catalogue checks the ids and the numbers of the models.
        var catalog = new ModelCatalog(models.Select(pair => pair.Model));
        if (catalog.Models.IsEmpty)
        {
            throw new ArgumentException("There is no model to ask.", nameof(models));
        }

        _handler = handler;
        _order = new RouteDecision([.. catalog.Models.Select((model, place) => new RouteCandidate(model, -place, $"place {place + 1} of the given order"))], [], "ordered");
        _clients = models.ToFrozenDictionary(pair => pair.Model.Id, pair => pair.Client, StringComparer.Ordinal);
        _chosen = models[0].Client;
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        FailoverResult result = await _handler.ExecuteAsync(OrderFor(options), Choose, messages, LlmChatOptions.From(options), cancellationToken).ConfigureAwait(false);
        return result.Response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in _handler.StreamAsync(OrderFor(options), Choose, messages, LlmChatOptions.From(options), cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>The handler, or a service of the client that was chosen last; before the first call, of the first one.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? _chosen.GetService(serviceType, serviceKey)
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_handler) ? _handler
            : _chosen.GetService(serviceType);
    }

    // Both calls have a loop of their own, which knows limits, breakers and broken streams; this is what a single choice would be.
    protected override ValueTask<IChatClient> SelectClientAsync(RoutingContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_clients[OrderFor(context.ChatOptions).Model.Id]);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (IChatClient client in _clients.Values.Distinct())
            {
                client.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private IChatClient Choose(ModelInfo model) => _chosen = _clients[model.Id];

    // A pinned model is asked alone.
    private RouteDecision OrderFor(ChatOptions? options)
    {
        if (options?.ModelId is not { } pinned)
        {
            return _order;
        }

        RouteCandidate candidate = _order.Candidates.FirstOrDefault(candidate => candidate.Model.Id == pinned)
            ?? throw new UnknownModelException(pinned);
        return new RouteDecision([candidate], [], "pinned");
    }
}
