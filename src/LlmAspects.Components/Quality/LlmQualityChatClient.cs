using System.Runtime.CompilerServices;
using LlmAspects.Components.Quality.Judging;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Quality;

/// <summary>Measures what an inner client answers; the answer itself is passed on as it is. Thread-safe.</summary>
internal sealed class LlmQualityChatClient(IChatClient inner, LlmQualityMonitor monitor, IQualityJudge? judge, Action<QualityFeedbackContext>? feedback) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ChatResponse response = await base.GetResponseAsync(asked, options, cancellationToken).ConfigureAwait(false);
        QualityReport report = await MeasureAsync(asked, options, response, cancellationToken).ConfigureAwait(false);
        (response.AdditionalProperties ??= [])[ResponseProperties.Quality] = report;
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var updates = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(asked, options, cancellationToken).ConfigureAwait(false))
        {
            if (ResponseProperties.IsRestart(update))
            {
                // What was shown before is void.
                updates.Clear();
            }

            updates.Add(update);
            yield return update;
        }

        // Only a finished stream is an answer.
        ChatResponse response = updates.ToChatResponse();
        QualityReport report = await MeasureAsync(asked, options, response, cancellationToken).ConfigureAwait(false);
        yield return ResponseProperties.ToUpdate(ResponseProperties.Quality, report, response.ResponseId, response.ModelId);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(monitor) ? monitor : base.GetService(serviceType, serviceKey);
    }

    private async ValueTask<QualityReport> MeasureAsync(IReadOnlyList<ChatMessage> asked, ChatOptions? options, ChatResponse response, CancellationToken cancellationToken)
    {
        LlmChatOptions scope = LlmChatOptions.From(options);
        LlmTask task = scope.Task ?? LlmTask.General;
        QualityRequest request = QualityRequest.Of(response, RetrievedContext.Find(asked), task, scope.Tenant);
        QualityReport report = judge is null || !request.Answered || request.Answer.Length == 0
            ? monitor.Evaluate(request)
            : await monitor.EvaluateAsync(request, QuestionOf(asked), judge, cancellationToken).ConfigureAwait(false);
        feedback?.Invoke(new QualityFeedbackContext(response.ModelId ?? options?.ModelId, task, scope.Tenant, report));
        return report;
    }

    private static string QuestionOf(IReadOnlyList<ChatMessage> asked) =>
        asked.LastOrDefault(static message => message.Role == ChatRole.User) is { } message ? RetrievedContext.TextBeside(message) : "";
}
