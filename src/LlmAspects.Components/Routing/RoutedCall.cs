using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>One routed call: shows the decision and teaches the router how it went. Not disposed: its client belongs to others.</summary>
internal sealed class RoutedCall(IChatClient client, RouteDecision decision, LlmChatOptions scope, RouteFeedback feedback, IErrorClassifier classifier, TimeProvider time) : DelegatingChatClient(client)
{
    private LlmTask Task => scope.Task ?? LlmTask.General;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatResponse response;
        try
        {
            response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            TeachError(error, cancellationToken);
            throw;
        }

        bool hasContent = response.Messages.SelectMany(message => message.Contents).Any(AnswerContent.IsVisible);
        TeachAnswer(response.FinishReason, hasContent, ReportIn(response.AdditionalProperties));
        (response.AdditionalProperties ??= [])[ResponseProperties.Route] = decision;
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponseUpdate? last = null;
        bool hasContent = false;
        ChatFinishReason? finish = null;
        FailoverReport? report = null;
        IAsyncEnumerator<ChatResponseUpdate> updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable ending = updates.ConfigureAwait(false);
        while (await MoveAsync(updates, cancellationToken).ConfigureAwait(false))
        {
            ChatResponseUpdate update = updates.Current;
            hasContent |= update.Contents.Any(AnswerContent.IsVisible);
            finish = update.FinishReason ?? finish;
            report = ReportIn(update.AdditionalProperties) ?? report;
            last = update;
            yield return update;
        }

        TeachAnswer(finish, hasContent, report);
        yield return ResponseProperties.ToUpdate(ResponseProperties.Route, decision, last?.ResponseId, last?.ModelId);
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            TeachError(error, cancellationToken);
            throw;
        }
    }

    private static FailoverReport? ReportIn(AdditionalPropertiesDictionary? properties) =>
        properties?.TryGetValue(ResponseProperties.Failover, out FailoverReport? report) == true ? report : null;

    private void TeachAnswer(ChatFinishReason? finish, bool hasContent, FailoverReport? report)
    {
        feedback.TeachFailures(report, Task, scope.Tenant);
        string served = report?.ServedModelId ?? decision.Model.Id;
        feedback.Teach(served, Task, scope.Tenant, new ModelOutcome(AnswerContent.FaultOf(finish, hasContent) is null));
    }

    // Whatever a client throws when its caller cancels says nothing of the model, and neither do our own refusals (no budget) and a deadline that has come.
    private void TeachError(Exception error, CancellationToken cancellationToken)
    {
        FailoverReport? report = (error as AllModelsFailedException)?.Report ?? (error as StreamInterruptedException)?.Report;
        if (report is not null)
        {
            feedback.TeachFailures(report, Task, scope.Tenant);
        }
        else if (!cancellationToken.IsCancellationRequested
            && !(scope.Deadline <= time.GetUtcNow())
            && error is not LlmException or ModelCallException
            && classifier.Classify(error, cancelledByCaller: false).CountsAgainstBreaker)
        {
            feedback.Teach(decision.Model.Id, Task, scope.Tenant, new ModelOutcome(Succeeded: false));
        }
    }
}
