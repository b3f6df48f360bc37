using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>A call that a <see cref="WorkflowBench"/> received.</summary>
/// <param name="Prompt">The prompt of the node.</param>
/// <param name="Messages">All messages.</param>
/// <param name="Options">The options.</param>
/// <param name="Earlier">How many calls with the prompt came before.</param>
internal sealed record BenchCall(string Prompt, IReadOnlyList<ChatMessage> Messages, LlmChatOptions Options, int Earlier)
{
    /// <summary>The text of the last message.</summary>
    public string Last => Messages[^1].Text;

    public string? Model => Options.ModelId;
}
