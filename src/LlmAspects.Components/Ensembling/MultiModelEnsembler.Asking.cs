using LlmAspects.Components.Failover;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

// The members' calls, side by side.
public sealed partial class MultiModelEnsembler
{
    private async Task<EnsembleResult> AskCoreAsync(EnsembleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Messages, nameof(request));
        LlmChatOptions scope = LlmChatOptions.From(request.Options);
        EnsembleStrategy strategy = request.Strategy ?? _options.Strategy;
        PanelModel model = _book.ModelOf(scope.Tenant, scope.Task ?? LlmTask.General);
        MemberCall[] calls = Calls(request, scope);
        if (_reservation is not null)
        {
            calls = await _reservation.ReserveAsync(calls, cancellationToken).ConfigureAwait(false);
        }

        MemberAnswer[] answers = await AskAllAsync(calls, answers => IsDecided(answers, request.Kind, strategy, model), cancellationToken).ConfigureAwait(false);
        return await CombineAsync(request, scope, strategy, model, answers, cancellationToken).ConfigureAwait(false);
    }

    private MemberCall[] Calls(EnsembleRequest request, LlmChatOptions scope)
    {
        ChatMessage[] messages = [.. request.Messages];
        return [.. _members.Select((member, place) => new MemberCall(place, member.ModelId, messages, OptionsFor(member.ModelId, scope), LimitOf(scope)))];
    }

    private LlmChatOptions OptionsFor(string? modelId, LlmChatOptions scope) => new(scope)
    {
        ModelId = modelId,
        AllowFallback = modelId is null && scope.AllowFallback,
        CostLimit = scope.CostLimit / (_members.Length + (_fusion is null ? 0 : 1)),
    };

    private TimeSpan LimitOf(LlmChatOptions scope)
    {
        TimeSpan? left = scope.Deadline - _time.GetUtcNow();
        return left < _options.MemberTimeLimit ? (left > TimeSpan.Zero ? left.Value : TimeSpan.Zero) : _options.MemberTimeLimit;
    }

    private async Task<MemberAnswer[]> AskAllAsync(MemberCall[] calls, Func<MemberAnswer?[], bool> isDecided, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answers = new MemberAnswer?[calls.Length];
        List<Task<MemberAnswer>> pending = [.. calls.Select(call => RunAsync(call, stop.Token))];
        try
        {
            while (pending.Count > 0)
            {
                Task<MemberAnswer> ended = await Task.WhenAny(pending).ConfigureAwait(false);
                pending.Remove(ended);
                MemberAnswer answer = await ended.ConfigureAwait(false);
                answers[answer.Member] = answer;
                if (pending.Count > 0 && !stop.IsCancellationRequested && isDecided(answers))
                {
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(pending)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return answers!;
    }

    private async Task<MemberAnswer> RunAsync(MemberCall call, CancellationToken stop)
    {
        long start = _time.GetTimestamp();
        MemberAnswer answer;
        try
        {
            ChatResponse response = await AskMemberAsync(call, stop).ConfigureAwait(false);
            answer = new MemberAnswer(call.Member, _time.GetElapsedTime(start)) { Response = response };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            answer = new MemberAnswer(call.Member, _time.GetElapsedTime(start));
        }
        catch (Exception error)
        {
            answer = new MemberAnswer(call.Member, _time.GetElapsedTime(start)) { Error = _classifier.Classify(error, cancelledByCaller: false), Exception = error };
        }

        await call.SettleAsync(answer).ConfigureAwait(false);
        return answer.Response is null ? answer : Measured(answer, call);
    }

    private async Task<ChatResponse> AskMemberCoreAsync(MemberCall call, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return await CallLimit.WaitAsync(
            new ValueTask<ChatResponse>(_client.GetResponseAsync(call.Messages, call.Options, source.Token)),
            call.Limit,
            source,
            () => new ModelCallException(ErrorCategory.AttemptTimeout, $"The member '{call.ModelId}' did not answer within the limit."),
            _time,
            cancellationToken).ConfigureAwait(false);
    }

    private MemberAnswer Measured(MemberAnswer answer, MemberCall call)
    {
        using TraceBlock block = TraceBlock.Start(Component, "measure_quality");
        double? quality = _quality(new EnsembleCandidate(call.ModelId, answer.Response!, call.Messages));
        return answer with { Quality = quality, IsFiltered = quality < _options.MinimumQuality };
    }

    // Free text is not stopped by votes: a further text can bring two clusters together. The same holds while the kind is not certain.
    private bool IsDecided(MemberAnswer?[] answers, AnswerKind kind, EnsembleStrategy strategy, PanelModel model)
    {
        if (strategy == EnsembleStrategy.BestOfN || !(_options.StopEarly || _options.StopConfidence is not null) || !answers.Any(static answer => answer?.Text is not null))
        {
            return false;
        }

        using TraceBlock block = TraceBlock.Start(Component, "look_ahead");
        IReadOnlyList<int> votes = AnswerClusters.Of([.. answers.Select(static answer => answer?.Text)], kind, _options.SimilarityThreshold).Votes;
        int[] pending = [.. Enumerable.Range(0, answers.Length).Where(member => answers[member] is null)];
        return model.Decide(votes).Confidence >= _options.StopConfidence
            || (_options.StopEarly && kind is AnswerKind.Number or AnswerKind.Choice or AnswerKind.Json
                && EarlyStop.IsCertain(votes, pending, tried => PanelChoice.WinnerOf(strategy, model, tried)));
    }
}
