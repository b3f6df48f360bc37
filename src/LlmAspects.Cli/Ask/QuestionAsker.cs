using LlmAspects.Components;
using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Asks one question; its operation is the root of the trace that is shown.</summary>
[LlmComponent("ask")]
internal sealed partial class QuestionAsker(IChatClient client)
{
    [ErrorContext, TracePerformance]
    public partial Task<ChatResponse> AnswerQuestionAsync(string question, CancellationToken cancellationToken);

    /// <summary>Divides the question and carries out its parts.</summary>
    [ErrorContext, TracePerformance]
    public static partial Task<WorkflowResult> RunWorkflowAsync(MultiLlmOrchestrator orchestrator, string question, CancellationToken cancellationToken);

    private Task<ChatResponse> AnswerQuestionCoreAsync(string question, CancellationToken cancellationToken) =>
        client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], new LlmChatOptions(), cancellationToken);

    private static Task<WorkflowResult> RunWorkflowCoreAsync(MultiLlmOrchestrator orchestrator, string question, CancellationToken cancellationToken) =>
        orchestrator.RunAsync(new WorkflowRequest(question), cancellationToken);
}
