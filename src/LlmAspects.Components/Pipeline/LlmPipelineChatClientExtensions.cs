using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Puts the whole pipeline around a client that is built with <see cref="ChatClientBuilder"/>.</summary>
public static class LlmPipelineChatClientExtensions
{
    /// <summary>
    /// Makes an <see cref="LlmPipeline"/> of the client that is built so far and, if <paramref name="configure"/> adds some, of further models, retrieval, a budget, a panel.
    /// Whoever gets the built client disposes it, and with it the models' clients.
    /// </summary>
    /// <param name="builder">What is built so far; it must not retry by itself.</param>
    /// <param name="model">What the model behind it can do and what it costs.</param>
    /// <param name="configure">Adds the rest; <see langword="null"/> for nothing. Services are those of <see cref="ChatClientBuilder.Build"/>.</param>
    /// <returns>The same builder.</returns>
    public static ChatClientBuilder UseLlmAspects(this ChatClientBuilder builder, ModelInfo model, Action<IServiceProvider, LlmPipelineBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        return builder.Use((inner, services) =>
        {
            LlmPipelineBuilder pipeline = new LlmPipelineBuilder().AddModel(model, inner);
            configure?.Invoke(services, pipeline);
            return pipeline.Build();
        });
    }
}
