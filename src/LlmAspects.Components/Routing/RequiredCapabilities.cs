using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>What a request needs of a model, read from its options and contents.</summary>
internal static class RequiredCapabilities
{
    public static ModelCapabilities Of(IEnumerable<ChatMessage> messages, ChatOptions options, bool streams)
    {
        ModelCapabilities needed = streams ? ModelCapabilities.Streaming : ModelCapabilities.None;
        if (options.Tools is { Count: > 0 })
        {
            needed |= ModelCapabilities.Tools;
        }

        if (options.ResponseFormat is ChatResponseFormatJson)
        {
            needed |= ModelCapabilities.StructuredOutput;
        }

        foreach (AIContent content in messages.SelectMany(message => message.Contents))
        {
            needed |= Of(content);
        }

        return needed;
    }

    private static ModelCapabilities Of(AIContent content) => content switch
    {
        DataContent data when data.HasTopLevelMediaType("image") => ModelCapabilities.Vision,
        DataContent data when data.HasTopLevelMediaType("audio") => ModelCapabilities.Audio,
        UriContent uri when uri.HasTopLevelMediaType("image") => ModelCapabilities.Vision,
        UriContent uri when uri.HasTopLevelMediaType("audio") => ModelCapabilities.Audio,
        _ => ModelCapabilities.None,
    };
}
