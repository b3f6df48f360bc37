using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Models;

/// <summary>What the embedded model can be asked for.</summary>
internal static class ExtractiveRequestRules
{
    /// <exception cref="NotSupportedException">The request needs what the model cannot do.</exception>
    public static void Demand(IReadOnlyCollection<ChatMessage> messages, ChatOptions? options)
    {
        if (options?.Tools is { Count: > 0 })
        {
            throw Unsupported("call tools");
        }

        if (options?.ResponseFormat is ChatResponseFormatJson)
        {
            throw Unsupported("give structured output");
        }

        if (options is LlmChatOptions { Task: { } task and not (LlmTask.General or LlmTask.Chat or LlmTask.QuestionAnswering or LlmTask.Summarization) })
        {
            throw Unsupported($"do the task {task}");
        }

        if (messages.LastOrDefault(message => message.Role == ChatRole.User)?.Contents.Any(content => content is DataContent or UriContent) == true)
        {
            throw Unsupported("read images, sound or files");
        }
    }

    /// <summary>The text of the last user message without its retrieved context.</summary>
    public static string QuestionOf(IReadOnlyCollection<ChatMessage> messages) =>
        messages.LastOrDefault(message => message.Role == ChatRole.User) is { } last ? RetrievedContext.TextBeside(last) : "";

    private static NotSupportedException Unsupported(string what) =>
        new($"The embedded extractive model cannot {what}. It answers questions and summarizes over retrieved documents; choose another model for more.");
}
