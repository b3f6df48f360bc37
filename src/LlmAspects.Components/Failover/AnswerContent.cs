using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>What the kinds of content mean for an answer under way.</summary>
internal static class AnswerContent
{
    /// <summary>Whether a consumer sees something of it.</summary>
    public static bool IsVisible(AIContent content) =>
        content is not UsageContent and not TextContent { Text.Length: 0 } and not TextReasoningContent { Text.Length: 0 };

    /// <summary>What is wrong with an answer that has ended; <see langword="null"/> when it is complete.</summary>
    /// <remarks>Models may end with nothing to say for other reasons (length, a filter, tools); after "stop" an answer has content.</remarks>
    public static ErrorCategory? FaultOf(ChatFinishReason? finish, bool hasContent) =>
        finish is null ? ErrorCategory.TruncatedStream
        : finish == ChatFinishReason.Stop && !hasContent ? ErrorCategory.MalformedReply
        : null;

    /// <summary>Whether the consumer acts on it: nothing of it may be seen before the answer is complete.</summary>
    public static bool IsToolCall(AIContent content) => content is FunctionCallContent or ToolApprovalRequestContent;
}
