using LlmAspects.Components.Failover;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>Puts the router behind <see cref="IChatClient"/>, for those who use it without a pipeline.</summary>
/// <remarks>
/// Each call asks the router for the models that can serve it: capabilities follow from messages and options, input tokens are counted, and <see cref="LlmChatOptions"/> gives task, tenant, cost limit and deadline;
/// a <see cref="ChatOptions.ModelId"/> pins that model. Without a failover handler the first model is called once, and what it throws goes to the caller as it is; with one, the handler walks the candidates.
/// The router is taught how the call went. The answer names the model that served, and has the <see cref="RouteDecision"/> as <see cref="ResponseProperties.Route"/>.
/// </remarks>
public static class LlmRouterChatClientExtensions
{
    /// <summary>Makes one client of the models of a router; its best candidate is called once. Thread-safe. <c>GetService</c> returns the router, and the <see cref="ChatClientMetadata"/> of the client that was chosen last.</summary>
    /// <param name="router">Chooses; it may be shared.</param>
    /// <param name="models">Every model of the router's catalogue with its client. They are disposed with the client that is returned.</param>
    /// <exception cref="ArgumentException">Two models have the same id, or one of the catalogue has no client.</exception>
    /// <exception cref="UnknownModelException">A model is not in the catalogue.</exception>
    public static IChatClient AsChatClient(this LlmRouter router, params IReadOnlyList<(ModelInfo Model, IChatClient Client)> models) =>
        Create(router, failover: null, models);

    /// <summary>As the overload without a handler; the handler walks the candidates until one answers. Its <see cref="LlmFailoverHandler.Health"/> should be what the router reads.</summary>
    /// <param name="router">Orders the candidates; it may be shared.</param>
    /// <param name="failover">Repeats, waits and goes on to the next candidate; it may be shared.</param>
    /// <param name="models">Every model of the router's catalogue with its client, which must not repeat a call by itself. They are disposed with the client that is returned.</param>
    /// <exception cref="ArgumentException">Two models have the same id, or one of the catalogue has no client.</exception>
    /// <exception cref="UnknownModelException">A model is not in the catalogue.</exception>
    public static IChatClient AsChatClient(this LlmRouter router, LlmFailoverHandler failover, params IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        ArgumentNullException.ThrowIfNull(failover);
        return Create(router, failover, models);
    }

    /// <summary>As the overloads with models, for a catalogue that is replaced at run time: clients are made when their model is first called.</summary>
    /// <param name="router">Orders the candidates; it may be shared.</param>
    /// <param name="createClient">Makes the client of a model; called once, and again when provider or endpoint of the model change. The clients are disposed with the client that is returned.</param>
    /// <param name="failover">Walks the candidates; <see langword="null"/> calls the first one once.</param>
    /// <param name="counter">Counts the input; <see langword="null"/> is a <see cref="TokenCounter"/> over the router's catalogue.</param>
    /// <param name="classifier">Says which exceptions are the model's fault; <see langword="null"/> is an <see cref="ErrorClassifier"/> without readers of providers. A handler has its own.</param>
    public static IChatClient AsChatClient(
        this LlmRouter router,
        Func<ModelInfo, IChatClient> createClient,
        LlmFailoverHandler? failover = null,
        ITokenCounter? counter = null,
        IErrorClassifier? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(createClient);
        return new LlmRouterChatClient(router, new ModelClients(router.Catalog, createClient), failover, counter ?? new TokenCounter(router.Catalog), classifier ?? new ErrorClassifier());
    }

    /// <summary>Lets a router choose between the client that is built so far and other ones.</summary>
    /// <param name="builder">What is built so far.</param>
    /// <param name="model">The model behind it.</param>
    /// <param name="router">Chooses; it may be shared. Its catalogue has this model and the others.</param>
    /// <param name="others">The other models. Their clients are disposed with the client that is built.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A wrong list of models is found when the client is built; see the first overload of <c>AsChatClient</c>.</remarks>
    public static ChatClientBuilder UseLlmRouter(
        this ChatClientBuilder builder,
        ModelInfo model,
        LlmRouter router,
        params IReadOnlyList<(ModelInfo Model, IChatClient Client)> others)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(others);
        return builder.Use(inner => router.AsChatClient([(model, inner), .. others]));
    }

    private static LlmRouterChatClient Create(LlmRouter router, LlmFailoverHandler? failover, IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(models);
        return new LlmRouterChatClient(router, ModelClients.Of(router.Catalog, models), failover, new TokenCounter(router.Catalog), new ErrorClassifier());
    }
}
