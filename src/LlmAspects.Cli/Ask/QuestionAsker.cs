using LlmAspects.Components;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Asks one question; its operation is the root of the trace that is shown.</summary>
[LlmComponent("ask")]
internal sealed partial class QuestionAsker(IChatClient client)
{
    [ErrorContext, TracePerformance]
    public partial Task<ChatResponse> AnswerQuestionAsync(string question, CancellationToken cancellationToken);

    private Task<ChatResponse> AnswerQuestionCoreAsync(string question, CancellationToken cancellationToken) =>
        client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], new LlmChatOptions(), cancellationToken);
}
