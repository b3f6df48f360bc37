using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Router and failover handler as one stage: the router orders the candidates, the handler alone walks them. Where no model answers, the router still learns who failed.</summary>
internal sealed class ModelStage(RouteFacts facts, ModelClients clients, LlmRouter router, LlmFailoverHandler failover, RouteFeedback feedback)
{
    public RouteDecision Route(PreparedRequest request, bool streams) =>
        router.Route(facts.Of(request.Messages, request.Options, request.Task, request.Question, streams));

    public async Task<FailoverResult> AskAsync(PreparedRequest request, RouteDecision route, CancellationToken cancellationToken)
    {
        try
        {
            return await failover.ExecuteAsync(route, clients.Of, request.Messages, request.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (AllModelsFailedException error)
        {
            Teach(request, error.Report);
            throw;
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(PreparedRequest request, RouteDecision route, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<ChatResponseUpdate> updates = failover.StreamAsync(route, clients.Of, request.Messages, request.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable ending = updates.ConfigureAwait(false);
        while (await MoveNextAsync(request, updates).ConfigureAwait(false))
        {
            yield return updates.Current;
        }
    }

    private async ValueTask<bool> MoveNextAsync(PreparedRequest request, IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (AllModelsFailedException error)
        {
            Teach(request, error.Report);
            throw;
        }
        catch (StreamInterruptedException error)
        {
            Teach(request, error.Report);
            throw;
        }
    }

    private void Teach(PreparedRequest request, FailoverReport report) => feedback.TeachFailures(report, request.Task, request.Options.Tenant);
}
