using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>Deep copies of responses: what a caller does to its copy never reaches the entry. A provider's own objects stay behind.</summary>
internal static class ResponseCopy
{
    /// <summary>A copy, or null when the response has content that cannot be copied.</summary>
    public static ChatResponse? Of(ChatResponse response)
    {
        // By index: every hit makes a copy, and the enumerator of an interface is an object more.
        var messages = new List<ChatMessage>(response.Messages.Count);
        for (int i = 0; i < response.Messages.Count; i++)
        {
            if (Of(response.Messages[i]) is not { } copy)
            {
                return null;
            }

            messages.Add(copy);
        }

        return new ChatResponse(messages)
        {
            ResponseId = response.ResponseId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            Usage = Of(response.Usage),
            AdditionalProperties = Of(response.AdditionalProperties),
        };
    }

    /// <summary>A copy, or null when the update has content that cannot be copied.</summary>
    public static ChatResponseUpdate? Of(ChatResponseUpdate update) => Of(update.Contents) is not { } contents
        ? null
        : new ChatResponseUpdate(update.Role, contents)
        {
            AuthorName = update.AuthorName,
            ResponseId = update.ResponseId,
            MessageId = update.MessageId,
            ModelId = update.ModelId,
            CreatedAt = update.CreatedAt,
            FinishReason = update.FinishReason,
            AdditionalProperties = Of(update.AdditionalProperties),
        };

    private static List<AIContent>? Of(IList<AIContent> contents)
    {
        var copies = new List<AIContent>(contents.Count);
        for (int i = 0; i < contents.Count; i++)
        {
            if (Of(contents[i]) is not { } copy)
            {
                return null;
            }

            copies.Add(copy);
        }

        return copies;
    }

    private static ChatMessage? Of(ChatMessage message)
    {
        if (Of(message.Contents) is not { } contents)
        {
            return null;
        }

        return new ChatMessage(message.Role, contents)
        {
            AuthorName = message.AuthorName,
            CreatedAt = message.CreatedAt,
            MessageId = message.MessageId,
            AdditionalProperties = Of(message.AdditionalProperties),
        };
    }

    private static AIContent? Of(AIContent content)
    {
        AIContent? copy = content switch
        {
            TextContent text => new TextContent(text.Text),
            UsageContent usage => new UsageContent(Of(usage.Details)!),
            TextReasoningContent reasoning => new TextReasoningContent(reasoning.Text) { ProtectedData = reasoning.ProtectedData },
            UriContent uri => new UriContent(uri.Uri, uri.MediaType),
            DataContent data => new DataContent(data.Data.ToArray(), data.MediaType) { Name = data.Name },
            FunctionCallContent call => new FunctionCallContent(call.CallId, call.Name, call.Arguments is { } arguments ? new Dictionary<string, object?>(arguments) : null),
            _ => null,
        };
        if (copy is null || !TryCopyAnnotations(content, copy))
        {
            return null;
        }

        copy.AdditionalProperties = Of(content.AdditionalProperties);
        return copy;
    }

    private static bool TryCopyAnnotations(AIContent from, AIContent to)
    {
        if (from.Annotations is not { } annotations)
        {
            return true;
        }

        foreach (AIAnnotation annotation in annotations)
        {
            if (AnnotationCopy.Of(annotation) is not { } copy)
            {
                return false;
            }

            (to.Annotations ??= []).Add(copy);
        }

        return true;
    }

    /// <summary>A copy of what was used; null for null.</summary>
    public static UsageDetails? Of(UsageDetails? usage)
    {
        if (usage is null)
        {
            return null;
        }

        var copy = new UsageDetails();
        copy.Add(usage);
        return copy;
    }

    // Only what the components set and what is a plain value: the rest describes one call, not its answer.
    private static AdditionalPropertiesDictionary? Of(AdditionalPropertiesDictionary? properties)
    {
        if (properties is null)
        {
            return null;
        }

        AdditionalPropertiesDictionary? copy = null;
        foreach ((string key, object? value) in properties)
        {
            if (value is string or bool or int or long or double or decimal)
            {
                (copy ??= [])[key] = value;
            }
        }

        return copy;
    }
}
