using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Reports;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>
/// The components joined behind one <see cref="IChatClient"/>: prompt, retrieval, cache, router with failover, quality.
/// Made by <see cref="LlmPipelineBuilder"/>. Thread-safe; owns the models' clients.
/// </summary>
[LlmComponent("llm_pipeline")]
public sealed partial class LlmPipeline : IChatClient, IReportSource
{
    private readonly PipelineParts _parts;

    internal LlmPipeline(PipelineParts parts) => _parts = parts;

    /// <inheritdoc/>
    /// <returns>The answer; <see cref="ChatResponseExtensions.GetDetails"/> tells how it came about.</returns>
    /// <exception cref="NoCapableModelException">No model can serve the request.</exception>
    /// <exception cref="AllModelsFailedException">Every attempt failed.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <returns>The updates as the model sends them; the last one carries the details.</returns>
    /// <exception cref="NoCapableModelException">No model can serve the request.</exception>
    /// <exception cref="AllModelsFailedException">Every attempt failed before the first text.</exception>
    /// <exception cref="StreamInterruptedException">The stream broke after some of its content was passed on, and no attempt could take over.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Returns a component of the pipeline, or a service of its first model.</summary>
    /// <param name="serviceType">For example <see cref="LlmRouter"/> or <see cref="Caching.LlmCacheLayer"/>.</param>
    /// <param name="serviceKey">Must be <see langword="null"/> for components.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : _parts.Services.Get(serviceType, serviceKey);
    }

    /// <summary>Returns tokens and cost by model, the state of the cache and the circuit breaker of every model.</summary>
    [NoAspects("A report that is looked at must not fill itself with its own looking.")]
    public ReportFacts GetReportFacts() => _parts.Facts.GetReportFacts();

    /// <summary>Disposes the models' clients.</summary>
    public void Dispose() => _parts.Clients.Dispose();

    private async Task<ChatResponse> GetResponseCoreAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        PreparedRequest request = await _parts.Preparation.PrepareAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return await _parts.Answers.AnswerAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseCoreAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PreparedRequest request = await _parts.Preparation.PrepareAsync(messages, options, cancellationToken).ConfigureAwait(false);
        await foreach (ChatResponseUpdate update in _parts.Answers.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }
}
