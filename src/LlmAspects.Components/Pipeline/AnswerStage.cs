using System.Runtime.CompilerServices;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>The stages from the cache on: a stored answer, else a panel or router and failover, then what follows an answer. Thread-safe.</summary>
/// <param name="cache">The cache.</param>
/// <param name="models">Router and failover.</param>
/// <param name="completion">What follows an answer.</param>
/// <param name="panel">Answers the requests that it takes; <see langword="null"/> for none.</param>
internal sealed class AnswerStage(LlmCacheLayer cache, ModelStage models, AnswerCompletion completion, PanelStage? panel)
{
    public async Task<ChatResponse> AnswerAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        var fresh = new FreshAnswer();
        CachedAnswer answer = await CacheFor(request).AnswerAsync(token => AskAsync(request, fresh, token), cancellationToken).ConfigureAwait(false);
        AnswerCompletion.Attach(request, answer, fresh);
        return answer.Response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(PreparedRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fresh = new FreshAnswer();
        ChatResponseUpdate? last = null;
        var call = new StreamCall(token => Open(request, fresh, token), response => Complete(request, fresh, response));
        await foreach (ChatResponseUpdate update in CacheFor(request).StreamAsync(call, Ended, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }

        if (last is not null)
        {
            yield return last;
        }

        // In one piece the updates are made of the response with its details; else they follow the last one.
        void Ended(CachedAnswer answer, bool inOnePiece)
        {
            LlmResponseDetails details = AnswerCompletion.Attach(request, answer, fresh);
            last = inOnePiece ? null : ResponseProperties.ToUpdate(ResponseProperties.Details, details, answer.Response.ResponseId, answer.Response.ModelId);
        }
    }

    private CachedRequest CacheFor(PreparedRequest request) => new(cache, request.Key, request.Options);

    private async Task<CacheCandidate> AskAsync(PreparedRequest request, FreshAnswer fresh, CancellationToken cancellationToken)
    {
        if (request.GoesToPanel && panel is not null)
        {
            fresh.Ensemble = await panel.AskAsync(request, cancellationToken).ConfigureAwait(false);
            return completion.Complete(request, fresh.Ensemble, fresh.Ensemble.ToChatResponse());
        }

        RouteDecision route = models.Route(request, streams: false);
        fresh.Route = route;
        FailoverResult result = await models.AskAsync(request, route, cancellationToken).ConfigureAwait(false);
        fresh.Failover = result.Report;
        return completion.Complete(request, route, result.Response, fresh.Failover);
    }

    // A panel has nothing to show before it has decided: its stream is one piece.
    private async IAsyncEnumerable<ChatResponseUpdate> Open(PreparedRequest request, FreshAnswer fresh, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ChatResponseUpdate> updates;
        if (request.GoesToPanel && panel is not null)
        {
            fresh.Ensemble = await panel.AskAsync(request, cancellationToken).ConfigureAwait(false);
            updates = fresh.Ensemble.ToChatResponse().ToChatResponseUpdates().ToAsyncEnumerable();
        }
        else
        {
            RouteDecision route = models.Route(request, streams: true);
            fresh.Route = route;
            updates = models.StreamAsync(request, route, cancellationToken);
        }

        await foreach (ChatResponseUpdate update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private CacheCandidate Complete(PreparedRequest request, FreshAnswer fresh, ChatResponse response)
    {
        if (fresh.Ensemble is { } ensemble)
        {
            return completion.Complete(request, ensemble, response);
        }

        fresh.Failover = response.AdditionalProperties?.TryGetValue(ResponseProperties.Failover, out FailoverReport? report) == true ? report : null;
        return completion.Complete(request, fresh.Route!.Value, response, fresh.Failover);
    }
}
