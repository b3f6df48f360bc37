using LlmAspects.Components.Prompting.Optimization;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>The messages of a request and the template they were made with.</summary>
public sealed record PromptResult
{
    /// <summary>The system message, the examples, the conversation so far, the user's message with the question and the retrieved pieces.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>The template that was used.</summary>
    public required string TemplateName { get; init; }

    /// <summary>The SHA-256 of the template's text (UTF-8) as 64 hexadecimal digits in lower case: the same text has the same hash everywhere.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>Why this template was chosen.</summary>
    public required Decision Decision { get; init; }

    /// <summary>What the query optimizer found and changed; <see langword="null"/> when it is switched off.</summary>
    public OptimizedQuery? Optimization { get; init; }

    /// <summary>
    /// The SHA-256 of all messages with their roles as 64 hexadecimal digits in lower case. The random fence does not count: the same prompt has the same hash everywhere, so that it can be a cache key.
    /// <see langword="null"/> when the conversation holds content that cannot be compared.
    /// </summary>
    public string? ContentHash { get; init; }
}
