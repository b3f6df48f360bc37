using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>Puts the failover handler behind <see cref="IChatClient"/>, for those who use it without a pipeline.</summary>
public static class LlmFailoverChatClientExtensions
{
    /// <summary>
    /// Makes one client of several models that are asked in the given order. It takes <see cref="LlmChatOptions"/> for deadline, attempts and tenant; a <see cref="ChatOptions.ModelId"/> asks that model alone.
    /// Its <c>GetService</c> returns the handler, and the <see cref="ChatClientMetadata"/> of the client that was asked last. Thread-safe.
    /// </summary>
    /// <param name="handler">Repeats, waits and goes on to the next model; it may be shared.</param>
    /// <param name="models">The models, first choice first, each with its client, which must not repeat a call by itself. They are disposed with the client that is returned.</param>
    /// <exception cref="ArgumentException">There is no model, or two have the same id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A model has a number out of range.</exception>
    public static IChatClient AsChatClient(this LlmFailoverHandler handler, params IReadOnlyList<(ModelInfo Model, IChatClient Client)> models)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(models);
        return LlmFailoverChatClient.Of(handler, models);
    }

    /// <summary>Lets other models answer when the client that is built so far fails.</summary>
    /// <param name="builder">What is built so far; its client must not repeat a call by itself.</param>
    /// <param name="model">The model behind it, which is asked first.</param>
    /// <param name="handler">Repeats, waits and goes on to the next model; it may be shared.</param>
    /// <param name="fallbacks">The models that may answer instead, in order. Their clients are disposed with the client that is built.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A wrong list of models is found when the client is built; see <see cref="AsChatClient"/>.</remarks>
    public static ChatClientBuilder UseLlmFailover(
        this ChatClientBuilder builder,
        ModelInfo model,
        LlmFailoverHandler handler,
        params IReadOnlyList<(ModelInfo Model, IChatClient Client)> fallbacks)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(fallbacks);
        return builder.Use(inner => handler.AsChatClient([(model, inner), .. fallbacks]));
    }
}
