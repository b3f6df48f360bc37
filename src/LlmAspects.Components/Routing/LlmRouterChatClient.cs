#pragma warning disable MEAI001 // The routing seam is experimental; this type is internal, so nobody who uses the library depends on it.

using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>
/// The models of a router's catalogue behind one chat client. Each call asks the router; its first candidate is called once, or, with a failover handler, the handler walks the candidates.
/// Thread-safe; owns the clients.
/// </summary>
internal sealed class LlmRouterChatClient(LlmRouter router, ModelClients clients, LlmFailoverHandler? failover, ITokenCounter tokens, IErrorClassifier classifier) : RoutingChatClient
{
    private readonly RouteFacts _facts = new(router.Catalog, tokens);
    private readonly RouteFeedback _feedback = new(router);
    private volatile IChatClient? _chosen;

    // The messages are read twice, by the router and by the model: a sequence may not bear it.
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return base.GetResponseAsync([.. messages], options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> conversation = [.. messages];
        ChatOptions? own = options?.Clone();
        RoutedCall call = Select(conversation, own, streams: true);
        await foreach (ChatResponseUpdate update in call.GetStreamingResponseAsync(conversation, own, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>The router, the handler, or a service of the client that was chosen last; before the first call, of the first model's.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        object? own = serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(router) ? router
            : serviceType.IsInstanceOfType(failover) ? failover
            : null;
        return own ?? (_chosen ?? clients.First)?.GetService(serviceType, serviceKey);
    }

    // The context does not say whether a stream is wanted: those choose for themselves.
    protected override ValueTask<IChatClient> SelectClientAsync(RoutingContext context, CancellationToken cancellationToken) =>
        new(Select([.. context.Messages], context.ChatOptions, streams: false));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            clients.Dispose();
        }

        base.Dispose(disposing);
    }

    private RoutedCall Select(List<ChatMessage> messages, ChatOptions? options, bool streams)
    {
        LlmChatOptions scope = LlmChatOptions.From(options);
        RouteDecision decision = router.Route(_facts.Of(messages, scope, scope.Task ?? LlmTask.General, RetrievedContext.QuestionOf(messages), streams));
        IChatClient client = failover is null
            ? new SingleModelClient(Choose(decision.Model), decision.Model, router.Time)
            : new LlmFailoverChatClient(failover, decision, Choose);
        return new RoutedCall(client, decision, scope, _feedback, classifier, router.Time);
    }

    private IChatClient Choose(ModelInfo model) => _chosen = clients.Of(model);
}
