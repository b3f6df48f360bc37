using LlmAspects.Components.Caching;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What models are asked: instructions, conversation, prompt, and the results of other nodes as data behind a random fence.</summary>
internal sealed class StepMessages(FenceSource fences)
{
    public ChatMessage[] Of(string? instructions, IReadOnlyList<ChatMessage> conversation, string prompt, IReadOnlyList<(string Id, string Text)> results)
    {
        ChatMessage question = results.Count == 0 ? new(ChatRole.User, prompt) : new(ChatRole.User, [new TextContent(prompt), ContentOf(results)]);
        return instructions is null ? [.. conversation, question] : [new(ChatRole.System, instructions), .. conversation, question];
    }

    // Written like retrieved pieces, but not as such: an answer need not be grounded in them, and they must not replace real ones.
    private TextContent ContentOf(IReadOnlyList<(string Id, string Text)> results)
    {
        RetrievedChunk[] pieces = [.. results.Select(static result => new RetrievedChunk(result.Id, 0, $"{result.Id}: {result.Text}", 0))];
        TextContent content = RetrievedContext.ToContent(pieces, fences.Next(pieces));
        return new TextContent(content.Text) { RawRepresentation = new Results(((RetrievedContext)content.RawRepresentation!).CacheKeyText) };
    }

    private sealed record Results(string CacheKeyText) : ICacheKeyPart;
}
