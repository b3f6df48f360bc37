using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The bytes that contents hold.</summary>
internal static class ContentSize
{
    public static long Of(AIContent content) => content switch
    {
        TextContent text => sizeof(char) * (long)text.Text.Length,
        TextReasoningContent reasoning => sizeof(char) * ((long)reasoning.Text.Length + (reasoning.ProtectedData?.Length ?? 0)),
        DataContent data => data.Data.Length,
        UriContent uri => sizeof(char) * (long)uri.Uri.OriginalString.Length,
        _ => 0,
    };
}
