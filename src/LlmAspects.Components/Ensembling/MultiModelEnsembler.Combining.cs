using System.Collections.Immutable;
using LlmAspects.Components.Routing;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

// One answer from many.
public sealed partial class MultiModelEnsembler
{
    private async Task<EnsembleResult> CombineAsync(
        EnsembleRequest request, LlmChatOptions scope, EnsembleStrategy strategy, PanelModel model, MemberAnswer[] answers, CancellationToken cancellationToken)
    {
        if (!answers.Any(static answer => answer.State == MemberState.Answered))
        {
            ImmutableArray<MemberContribution> none = [.. answers.Select(answer => Contribution(answer, null, null))];
            _tally.Fail(none);
            throw new EnsembleFailedException(none, answers.Select(static answer => answer.Exception).FirstOrDefault(static error => error is not null));
        }

        EnsembleResult result = Decide(request, scope, strategy, model, answers, out PanelChoice choice);
        result = await FuseAsync(result, choice, request, scope, cancellationToken).ConfigureAwait(false);
        _tally.Answer(result, choice.Winner < 0 ? null : choice.Winner, _time.GetUtcNow());
        return result;
    }

    private EnsembleResult Decide(EnsembleRequest request, LlmChatOptions scope, EnsembleStrategy strategy, PanelModel model, MemberAnswer[] answers, out PanelChoice choice)
    {
        using TraceBlock block = TraceBlock.Start(Component, "decide");
        AnswerClusters clusters = AnswerClusters.Of([.. answers.Select(static answer => answer.Text)], request.Kind, _options.SimilarityThreshold);
        PanelChoice chosen = choice = PanelChoice.Of(strategy, model, clusters, answers);
        string modelId = _members[chosen.Member].ModelId;
        return new EnsembleResult(new Ballot(scope.Tenant, scope.Task ?? LlmTask.General, clusters))
        {
            Response = answers[chosen.Member].Response!,
            Answer = chosen.Winner < 0 ? null : clusters.Forms[chosen.Winner],
            ModelId = modelId,
            Confidence = chosen.Confidence,
            IsCalibrated = chosen.IsCalibrated,
            Strategy = chosen.Strategy,
            Guard = chosen.Guard,
            Contributions = [.. answers.Select(answer => Contribution(answer, clusters, chosen.Panel))],
            IsFused = false,
            Decisions = [new Decision(Component, modelId, chosen.Reason), .. answers.Where(static answer => answer.State != MemberState.Answered).Select(Explain)],
        };
    }

    private MemberContribution Contribution(MemberAnswer answer, AnswerClusters? clusters, PanelDecision? panel) => new(_members[answer.Member].ModelId, answer.State, answer.Latency)
    {
        Response = answer.Response,
        Cluster = clusters?.Votes[answer.Member] is { } vote and >= 0 ? vote : null,
        Weight = panel?.Weights[answer.Member] ?? 0,
        Quality = answer.Quality,
        Cost = _cost(answer),
        Error = answer.Error?.Category,
        ErrorType = answer.Exception?.GetType().Name,
    };

    private decimal? PriceOf(MemberAnswer answer)
    {
        if (_counter is null || answer.Response?.Usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            return null;
        }

        try
        {
            return _counter.EstimateCost(_members[answer.Member].ModelId, input, output);
        }
        catch (UnknownModelException)
        {
            // A member may be known to its client alone: then its price is not known here.
            return null;
        }
    }

    private Decision Explain(MemberAnswer answer) => new(Component, _members[answer.Member].ModelId, answer.State switch
    {
        MemberState.Failed => $"It failed: {answer.Error!.Value.Category}.",
        MemberState.Filtered => FormattableString.Invariant($"Its answer has no vote: its quality {answer.Quality:0.00} is below {_options.MinimumQuality:0.00}."),
        _ => "It was not waited for: the winner was known.",
    });

    private async Task<EnsembleResult> FuseAsync(EnsembleResult result, PanelChoice choice, EnsembleRequest request, LlmChatOptions scope, CancellationToken cancellationToken)
    {
        (string ModelId, string Text)[] agreeing = [.. result.Contributions.Where(one => choice.Winner >= 0 && one.Cluster == choice.Winner).Select(static one => (one.ModelId, one.Response!.Text))];
        if (_fusion is null || agreeing.Length < 2 || result.Ballot.Clusters.Kind != AnswerKind.Text)
        {
            return result;
        }

        using TraceBlock block = TraceBlock.Start(Component, "fuse");
        try
        {
            ChatResponse fused = await _fusion.FuseAsync(agreeing, request.Messages, OptionsFor(null, scope), LimitOf(scope), cancellationToken).ConfigureAwait(false);
            return string.IsNullOrWhiteSpace(fused.Text)
                ? result with { Decisions = result.Decisions.Add(new Decision(Component, result.ModelId, "The fusing model wrote nothing: the medoid is the answer.")) }
                : result with { Response = fused, IsFused = true, Decisions = result.Decisions.Add(new Decision(Component, "fusing model", $"It wrote one text from {agreeing.Length} that agree.")) };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            block.Fail(error);
            string category = _classifier.Classify(error, cancelledByCaller: false).Category.ToString();
            return result with { Decisions = result.Decisions.Add(new Decision(Component, result.ModelId, $"The fusing model failed ({category}): the medoid is the answer.")) };
        }
    }
}
