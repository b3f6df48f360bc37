using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tokens;

/// <summary>Counts what a model will be charged for. Thread-safe.</summary>
public interface ITokenCounter
{
    /// <summary>Counts a text.</summary>
    /// <param name="modelId">The model whose tokenizer counts.</param>
    /// <param name="text">The text; special-token text counts as ordinary text.</param>
    /// <returns>Exact where the model's tokenizer is public, else an interval.</returns>
    TokenCount CountText(string modelId, ReadOnlySpan<char> text);

    /// <summary>Counts a request with the overhead of its messages, tools and instructions.</summary>
    /// <param name="modelId">The model whose tokenizer counts.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="options">Instructions and tools; may be <see langword="null"/>.</param>
    TokenCount CountRequest(string modelId, IEnumerable<ChatMessage> messages, ChatOptions? options);
}
