using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Reads what the pipeline attached to a response.</summary>
public static class ChatResponseExtensions
{
    /// <summary>What the pipeline decided and measured.</summary>
    /// <param name="response">A response of an <see cref="LlmPipeline"/>; for a stream, what <c>ToChatResponseAsync</c> made of its updates.</param>
    /// <param name="details">The details, if the response came from a pipeline.</param>
    public static bool TryGetDetails(this ChatResponse response, [NotNullWhen(true)] out LlmResponseDetails? details)
    {
        ArgumentNullException.ThrowIfNull(response);
        details = null;
        return response.AdditionalProperties?.TryGetValue(ResponseProperties.Details, out details) == true && details is not null;
    }

    /// <summary>What the pipeline decided and measured.</summary>
    /// <param name="response">A response of an <see cref="LlmPipeline"/>.</param>
    /// <exception cref="ArgumentException">The response did not come from a pipeline.</exception>
    public static LlmResponseDetails GetDetails(this ChatResponse response) =>
        response.TryGetDetails(out LlmResponseDetails? details) ? details : throw new ArgumentException("The response did not come from a pipeline. Use TryGetDetails for responses of unknown origin.", nameof(response));
}
