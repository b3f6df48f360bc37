using Microsoft.Extensions.AI;

namespace LlmAspects.Components;

/// <summary>Keys of <see cref="ChatResponse.AdditionalProperties"/> that the components set.</summary>
public static class ResponseProperties
{
    /// <summary>A <see cref="bool"/>: whether the documents answered the question.</summary>
    public const string Answered = "llmaspects.answered";

    /// <summary>A <see cref="Failover.FailoverReport"/>: the attempts behind the answer.</summary>
    public const string Failover = "llmaspects.failover";

    /// <summary>A <see cref="Routing.RouteDecision"/>: the models that could serve the request, and why the others could not; set by <see cref="Routing.LlmRouterChatClientExtensions"/>.</summary>
    public const string Route = "llmaspects.route";

    /// <summary>A <see cref="string"/>: the model id that the provider reported, when it is another than the catalogue's.</summary>
    public const string ProviderModel = "llmaspects.provider_model";

    /// <summary>A <see cref="Pipeline.LlmResponseDetails"/>: what the pipeline decided and measured.</summary>
    public const string Details = "llmaspects.details";

    /// <summary>A <see cref="Quality.QualityReport"/>: what the quality monitor measured; on a stream, on its last update.</summary>
    public const string Quality = "llmaspects.quality";

    /// <summary>An <see cref="Ensembling.EnsembleResult"/>: what the members of a panel contributed.</summary>
    public const string Ensemble = "llmaspects.ensemble";

    /// <summary>A <see cref="double"/> from 0 to 1: how sure a panel was of its answer; a stored answer has it too. See <see cref="Ensembling.EnsembleResult.Confidence"/>.</summary>
    public const string Confidence = "llmaspects.confidence";

    /// <summary>A <see cref="Orchestration.WorkflowResult"/>: how the request was divided, and what became of its parts.</summary>
    public const string Workflow = "llmaspects.workflow";

    /// <summary>A <see cref="Orchestration.WorkflowEvent"/> on an update of a stream without content: what happens in the workflow meanwhile.</summary>
    public const string WorkflowEvent = "llmaspects.workflow_event";

    /// <summary>A <see cref="bool"/> on an update of a stream: the answer begins again, and what was shown of it before is void; see <see cref="Failover.StreamRecovery.RestartMarker"/>.</summary>
    public const string Restart = "llmaspects.restart";

    /// <summary>
    /// An update that says something of the whole response, for the end of a stream. It names no message: the properties of an update that does become those of its message.
    /// </summary>
    internal static ChatResponseUpdate ToUpdate(string property, object value, string? responseId, string? modelId) => new()
    {
        Role = ChatRole.Assistant,
        ResponseId = responseId,
        ModelId = modelId,
        AdditionalProperties = new AdditionalPropertiesDictionary { [property] = value },
    };

    /// <summary>Whether what was shown of the answer before this update is void.</summary>
    internal static bool IsRestart(ChatResponseUpdate update) =>
        update.AdditionalProperties?.TryGetValue(Restart, out bool restarted) == true && restarted;

    /// <summary>Whether the model said that it had no answer; a model that says nothing has one.</summary>
    internal static bool SaysUnanswered(ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(Answered, out bool answered) == true && !answered;
}
