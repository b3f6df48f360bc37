using System.Collections.Immutable;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Asks a model or a panel once, within the limits of the workflow, and books what it cost. For one workflow.</summary>
internal sealed class ModelCaller(IChatClient client, LlmChatOptions scope, OrchestratorOptions options, Spending spending, TimeProvider time)
{
    private readonly CallPrices _prices = new(options.Prices, time);
    private readonly MultiModelEnsembler? _ownPanel = client.GetService(typeof(MultiModelEnsembler)) as MultiModelEnsembler;
    private readonly bool _countsAttempts = scope.AttemptBudget is not null && client.GetService(typeof(LlmFailoverHandler)) is null;

    /// <summary>Whether the request has attempts left.</summary>
    public bool HasAttempts => scope.AttemptBudget is not { Remaining: 0 };

    /// <summary>Asks.</summary>
    /// <exception cref="ModelCallException">There was no time, or not enough.</exception>
    /// <exception cref="LlmOrchestratorException">There are no attempts or no money left.</exception>
    public async ValueTask<ModelAnswer> AskAsync(ModelQuestion question, IReadOnlyList<ChatMessage> messages, decimal? share, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (share <= 0)
        {
            throw new LlmOrchestratorException("cost_limit_reached", $"No money is left for '{question.Step}'. Raise {nameof(LlmChatOptions.CostLimit)}.");
        }

        TimeSpan limit = TimeLeft(question);
        TakeAttempts(question);
        LlmChatOptions call = OptionsFor(question, share);
        ModelAnswer answer = question.Panel is { } panel
            ? await AskPanelAsync(panel, question, messages, call, limit, cancellationToken).ConfigureAwait(false)
            : Of(await LimitedAsync(question, limit, token => client.GetResponseAsync(messages, call, token), cancellationToken).ConfigureAwait(false), question);
        spending.Book(question.Part, answer.Cost, answer.Usage);
        return answer;
    }

    // The panel of a pipeline is asked through it: its members then get template and retrieved pieces too. A panel's answer that was stored comes without its members,
    // but the cache has their answers too, each under its own model.
    private async ValueTask<ModelAnswer> AskPanelAsync(
        MultiModelEnsembler panel, ModelQuestion question, IReadOnlyList<ChatMessage> messages, LlmChatOptions call, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (panel != _ownPanel)
        {
            var request = new EnsembleRequest(messages) { Options = call, Kind = question.Kind };
            return Of(await LimitedAsync(question, limit, token => panel.AskAsync(request, token), cancellationToken).ConfigureAwait(false), panel, call);
        }

        (call.ModelId, call.AllowFallback, call.UseEnsemble, call.AnswerKind) = (null, scope.AllowFallback, true, question.Kind);
        ChatResponse response = await LimitedAsync(question, limit, token => client.GetResponseAsync(messages, call, token), cancellationToken).ConfigureAwait(false);
        if (ResultIn(response) is { } result)
        {
            return Of(result, panel, call);
        }

        if (response.AdditionalProperties?.TryGetValue(ResponseProperties.Confidence, out double confidence) != true)
        {
            return Of(response, question);
        }

        (string? best, Decision decision) = PanelFallback.Choose(confidence, panel.Members, PanelOf(panel, call), options.EnsembleConfidence);
        if (best is not null)
        {
            var own = new LlmChatOptions(call) { ModelId = best, AllowFallback = false, UseEnsemble = false };
            response = await LimitedAsync(question, TimeLeft(question), token => client.GetResponseAsync(messages, own, token), cancellationToken).ConfigureAwait(false);
        }

        return Of(response, question) with { Confidence = confidence, Decisions = [decision] };
    }

    private static EnsembleResult? ResultIn(ChatResponse response) => response.TryGetDetails(out LlmResponseDetails? details) ? details.Ensemble
        : response.AdditionalProperties?.TryGetValue(ResponseProperties.Ensemble, out EnsembleResult? result) == true ? result
        : null;

    private async ValueTask<T> LimitedAsync<T>(ModelQuestion question, TimeSpan limit, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return await CallLimit.WaitAsync(new ValueTask<T>(ask(source.Token)), limit, source, () => OutOfTime(question), time, cancellationToken).ConfigureAwait(false);
    }

    private LlmChatOptions OptionsFor(ModelQuestion question, decimal? share)
    {
        var call = new LlmChatOptions(scope)
        {
            ModelId = question.ModelId ?? scope.ModelId,
            Task = question.Task ?? scope.Task,
            Deadline = question.Deadline,
            CostLimit = share,
            ResponseFormat = question.Format ?? scope.ResponseFormat,
            // What divides requests or joins results needs no documents: its messages are complete.
            PrepareMessages = scope.PrepareMessages && question.Part == SpendingPart.Node,
            // Whether a panel is asked is decided here alone.
            UseEnsemble = false,
        };
        call.AllowFallback &= call.ModelId is null;
        return call;
    }

    // A failover handler below takes an attempt for each call by itself.
    private void TakeAttempts(ModelQuestion question)
    {
        for (int left = _countsAttempts ? question.Panel?.Members.Count ?? 1 : 0; left > 0; left--)
        {
            if (!scope.AttemptBudget!.TryTake())
            {
                throw new LlmOrchestratorException("attempts_exhausted", $"No attempt of the request is left for '{question.Step}'.");
            }
        }
    }

    private ModelAnswer Of(ChatResponse response, ModelQuestion question)
    {
        string? pinned = question.ModelId ?? scope.ModelId;
        return new ModelAnswer(response, response.ModelId ?? pinned, response.Usage, _prices.CostOf(response, pinned), Confidence: null, []);
    }

    private ModelAnswer Of(EnsembleResult result, MultiModelEnsembler panel, LlmChatOptions call)
    {
        (ChatResponse response, string modelId, Decision decision) = PanelFallback.Choose(result, PanelOf(panel, call), options.EnsembleConfidence);
        return new ModelAnswer(response, modelId, result.SumOfUsage(), _prices.CostOf(result), result.Confidence, ImmutableArray.Create(decision));
    }

    private static PanelModel PanelOf(MultiModelEnsembler panel, LlmChatOptions call) => panel.GetPanel(call.Task ?? LlmTask.General, call.Tenant);

    private TimeSpan TimeLeft(ModelQuestion question) => question.Deadline - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : throw OutOfTime(question);

    private static ModelCallException OutOfTime(ModelQuestion question) =>
        new(ErrorCategory.AttemptTimeout, $"'{question.Step}' has no time left.");
}
