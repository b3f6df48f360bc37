using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Components.Orchestration;

/// <summary>Puts an orchestrator behind <see cref="IChatClient"/>.</summary>
public static class OrchestratorChatClientExtensions
{
    /// <summary>
    /// Makes a client whose every request is a workflow: the text of the last message is divided, the messages before it are the conversation. Responses have the usage of all calls, and the
    /// <see cref="WorkflowResult"/> as <see cref="ResponseProperties.Workflow"/>; a stream also tells each <see cref="WorkflowEvent"/> as it happens. A request for JSON is one node; a message with
    /// images or other content goes to the orchestrator's client as it is. <c>GetService</c> returns the orchestrator, and what its client offers. Thread-safe; it disposes nothing.
    /// </summary>
    /// <param name="orchestrator">The orchestrator.</param>
    public static IChatClient AsChatClient(this MultiLlmOrchestrator orchestrator)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        return new OrchestratorChatClient(orchestrator, ownsClient: false);
    }

    /// <summary>
    /// Puts an orchestrator around the client that is built so far, usually a pipeline; see <see cref="AsChatClient"/>. It takes <see cref="MultiModelEnsembler"/>,
    /// <see cref="IWorkflowCheckpointStore"/>, <see cref="LlmQualityMonitor"/> and <see cref="TimeProvider"/> from the services if they are there. Disposing the built client disposes what answers the nodes.
    /// </summary>
    /// <param name="builder">What is built so far; it answers the nodes.</param>
    /// <param name="options">Strategy, limits and thresholds; <see langword="null"/> gives the defaults.</param>
    /// <returns>The same builder.</returns>
    public static ChatClientBuilder UseLlmOrchestrator(this ChatClientBuilder builder, OrchestratorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) =>
        {
            var orchestrator = new MultiLlmOrchestrator(
                inner,
                options,
                services.GetService<MultiModelEnsembler>(),
                services.GetService<IWorkflowCheckpointStore>(),
                services.GetService<LlmQualityMonitor>(),
                services.GetService<TimeProvider>());
            return new OrchestratorChatClient(orchestrator, ownsClient: true);
        });
    }
}
