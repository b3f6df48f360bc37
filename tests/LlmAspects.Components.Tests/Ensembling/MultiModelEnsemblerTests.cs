using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Ensembling;

public class MultiModelEnsemblerTests
{
    private static readonly EnsembleOptions WaitForAll = new() { StopEarly = false };

    [Fact]
    public void Defaults_AreAsDocumented() => new EnsembleOptions().ShouldBe(new EnsembleOptions
    {
        Strategy = EnsembleStrategy.WeightedConsensus,
        MemberTimeLimit = TimeSpan.FromSeconds(30),
        MinimumQuality = null,
        Quality = null,
        FusingClient = null,
        SimilarityThreshold = 0.6,
        StopEarly = true,
        StopConfidence = null,
        Panel = new PanelOptions(),
        HistorySize = 1_000,
        MaxLearned = 1_000,
    });

    [Fact]
    public async Task EqualAnswers_WinTogether()
    {
        using EnsembleBench bench = new EnsembleBench(options: WaitForAll).Answer("It is 18", "17", "#### 18.0");

        EnsembleResult result = await bench.AskAsync();

        result.Answer.ShouldBe(new CanonicalAnswer(AnswerKind.Number, "18"));
        (result.ModelId, result.Response.Text, result.Strategy).ShouldBe(("a", "It is 18", EnsembleStrategy.WeightedConsensus));
        result.Confidence.ShouldBeInRange(0.5, 1);
        result.Contributions.Select(static one => one.Cluster).ShouldBe([0, 1, 0]);
        result.Contributions.ShouldAllBe(static one => one.Weight > 0 && one.State == MemberState.Answered);
    }

    [Fact]
    public async Task EachMember_IsPinnedAndNotReplaced()
    {
        using EnsembleBench bench = new EnsembleBench(options: WaitForAll).Answer("1", "1", "1");

        await bench.AskAsync(options: new LlmChatOptions { Tenant = "t", ModelId = "x", CostLimit = 3m, MaxOutputTokens = 7 });

        foreach (string id in (string[])["a", "b", "c"])
        {
            LlmChatOptions sent = bench[id].Calls.Single().Options.ShouldBeOfType<LlmChatOptions>();
            (sent.ModelId, sent.AllowFallback, sent.Tenant, sent.CostLimit, sent.MaxOutputTokens).ShouldBe((id, false, "t", 1m, 7));
        }
    }

    [Fact]
    public async Task FailedMember_LeavesASmallerPanelAndItsError()
    {
        using EnsembleBench bench = new EnsembleBench().Answer(null, "2", "2");

        EnsembleResult result = await bench.AskAsync();

        MemberContribution failed = result.Contributions[0];
        (failed.State, failed.Error, failed.ErrorType, failed.Cluster, failed.Weight).ShouldBe((MemberState.Failed, ErrorCategory.Overload, nameof(ModelCallException), null, 0));
        result.Answer!.Value.Value.ShouldBe("2");
        result.Decisions.ShouldContain(static decision => decision.Choice == "a" && decision.Reason.Contains("Overload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoMemberAnswers_NamesThemAll()
    {
        using EnsembleBench bench = new EnsembleBench(2).Answer(null, null);

        EnsembleFailedException error = await Should.ThrowAsync<EnsembleFailedException>(() => bench.AskAsync());

        error.Contributions.Length.ShouldBe(2);
        error.Message.ShouldContain("a: Overload; b: Overload");
        (error.ErrorCode, error.Component).ShouldBe(("ensemble_failed", "multi_model_ensembler"));
        error.InnerException.ShouldBeOfType<ModelCallException>();
        bench.Ensembler.GetStatistics().Failures.ShouldBe(1);
    }

    [Fact]
    public async Task SlowMember_IsGivenUpAtItsLimit()
    {
        using var bench = new EnsembleBench(2);
        bench["a"].Then(ScriptStep.Hang());
        bench["b"].ThenAnswer("2");

        Task<EnsembleResult> asked = bench.AskAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(29));
        asked.IsCompleted.ShouldBeFalse();
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        EnsembleResult result = await asked;

        result.Contributions[0].Error.ShouldBe(ErrorCategory.AttemptTimeout);
        result.Contributions[0].Latency.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task DeadlineOfTheRequest_IsSooner()
    {
        using var bench = new EnsembleBench(2);
        bench["a"].Then(ScriptStep.Hang());
        bench["b"].ThenAnswer("2");

        Task<EnsembleResult> asked = bench.AskAsync(options: new LlmChatOptions { Deadline = bench.Time.GetUtcNow().AddSeconds(5) });
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await asked).Contributions[0].Error.ShouldBe(ErrorCategory.AttemptTimeout);
    }

    [Fact]
    public async Task CertainWinner_IsNotWaitedFor()
    {
        using var bench = new EnsembleBench(5);
        bench.Answer("3", "3", "3");
        bench["d"].Then(ScriptStep.Hang());
        bench["e"].Then(ScriptStep.Hang());

        EnsembleResult result = await bench.AskAsync();

        result.Contributions.Select(static one => one.State).ShouldBe([MemberState.Answered, MemberState.Answered, MemberState.Answered, MemberState.Stopped, MemberState.Stopped]);
        bench.Ensembler.GetStatistics().StoppedEarly.ShouldBe(1);
    }

    [Theory]
    [InlineData(AnswerKind.Automatic, true)]
    [InlineData(AnswerKind.Text, true)]
    [InlineData(AnswerKind.Number, false)]
    public async Task UncertainWinner_IsWaitedFor(AnswerKind kind, bool stopEarly)
    {
        var answered = new TaskCompletionSource();
        using var bench = new EnsembleBench(3, new EnsembleOptions { StopEarly = stopEarly });
        bench.Answer("3", "3");
        bench["c"].Then(ScriptStep.WaitFor(answered.Task), ScriptStep.Say("4"), ScriptStep.Finish());

        Task<EnsembleResult> asked = bench.AskAsync(kind);
        asked.IsCompleted.ShouldBeFalse();
        answered.SetResult();

        (await asked).Contributions[2].State.ShouldBe(MemberState.Answered);
    }

    [Fact]
    public async Task ConfidenceThatIsEnough_Stops()
    {
        using var bench = new EnsembleBench(3, new EnsembleOptions { StopEarly = false, StopConfidence = 0.5 });
        bench.Answer("3");
        bench["b"].Then(ScriptStep.Hang());
        bench["c"].Then(ScriptStep.Hang());

        (await bench.AskAsync()).Contributions.Count(static one => one.State == MemberState.Stopped).ShouldBe(2);
    }

    [Fact]
    public async Task Cancellation_EndsAllCallsAndIsNoFailure()
    {
        using var source = new CancellationTokenSource();
        using var bench = new EnsembleBench(2);
        bench["a"].Then(ScriptStep.Hang());
        bench["b"].Then(ScriptStep.Hang());

        Task<EnsembleResult> asked = bench.AskAsync(cancellationToken: source.Token);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asked);
        bench.Ensembler.GetStatistics().Failures.ShouldBe(0);
    }

    [Fact]
    public async Task MajorityVote_CountsHeads()
    {
        using EnsembleBench bench = new EnsembleBench(options: WaitForAll).Answer("1", "2", "2");
        EnsembleResult result = await bench.AskAsync(strategy: EnsembleStrategy.MajorityVote);
        (result.Answer!.Value.Value, result.Strategy, result.IsCalibrated, result.Decisions[0].Reason).ShouldBe(("2", EnsembleStrategy.MajorityVote, false, "2 of 3 votes."));
    }

    [Fact]
    public async Task MajorityTie_GoesToTheHeavierAnswer()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        await bench.TeachAsync(20, "1", ["2", "1"]);
        (await bench.Answer("3", "4").AskAsync(strategy: EnsembleStrategy.MajorityVote)).Answer!.Value.Value.ShouldBe("4");
    }

    [Fact]
    public async Task BestOfN_TakesTheBestQuality()
    {
        using EnsembleBench bench = new EnsembleBench(options: new EnsembleOptions { Quality = static candidate => candidate.ModelId == "b" ? 0.9 : 0.4 }).Answer("1", "2", "1");

        EnsembleResult result = await bench.AskAsync(strategy: EnsembleStrategy.BestOfN);

        (result.ModelId, result.Contributions[1].Quality).ShouldBe(("b", 0.9));
        result.Decisions[0].Reason.ShouldBe("b has the best quality, 0.90.");
        result.Confidence.ShouldBeLessThan(0.5);
    }

    [Fact]
    public async Task BestOfNWithoutQuality_IsDecidedByVotes()
    {
        using EnsembleBench bench = new EnsembleBench().Answer("1", "2", "2");

        EnsembleResult result = await bench.AskAsync(strategy: EnsembleStrategy.BestOfN);

        (result.Answer!.Value.Value, result.Strategy).ShouldBe(("2", EnsembleStrategy.WeightedConsensus));
        result.Decisions[0].Reason.ShouldStartWith("No quality could be measured.");
    }

    [Fact]
    public async Task AnswerBelowTheMinimumQuality_HasNoVote()
    {
        using EnsembleBench bench = new EnsembleBench(options: new EnsembleOptions { MinimumQuality = 0.5, Quality = static candidate => candidate.ModelId == "a" ? 0.6 : candidate.ModelId == "b" ? 0.4 : null })
            .Answer("1", "2", "1");

        EnsembleResult result = await bench.AskAsync();

        result.Contributions.Select(static one => one.State).ShouldBe([MemberState.Answered, MemberState.Filtered, MemberState.Answered]);
        result.Decisions.ShouldContain(static decision => decision.Choice == "b" && decision.Reason.Contains("0.40 is below 0.50", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AllBelowTheMinimumQuality_IsAnError()
    {
        using EnsembleBench bench = new EnsembleBench(2, new EnsembleOptions { MinimumQuality = 0.5, Quality = static _ => 0.1 }).Answer("1", "2");
        (await Should.ThrowAsync<EnsembleFailedException>(() => bench.AskAsync())).Message.ShouldContain("minimum quality");
    }

    [Fact]
    public async Task NoAnswerOfTheKind_PassesOnWhatTheMostTrustedWrote()
    {
        using EnsembleBench bench = new EnsembleBench(2).Answer("who knows", "not me");
        EnsembleResult result = await bench.AskAsync();
        (result.Answer, result.Confidence, result.Response.Text).ShouldBe((null, 0, "who knows"));
    }

    [Fact]
    public async Task Contribution_HasTokensAndCost()
    {
        using EnsembleBench bench = new(1);
        bench["a"].Then(ScriptStep.Say("1"), ScriptStep.Report(600_000, 400_000), ScriptStep.Finish());

        MemberContribution one = (await bench.AskAsync()).Contributions[0];

        (one.Usage!.TotalTokenCount, one.Cost).ShouldBe((1_000_000, 1m));
    }

    [Fact]
    public async Task Statistics_CountAnswersConfidenceAndParticipation()
    {
        using EnsembleBench bench = new(options: WaitForAll);
        EnsembleResult first = await bench.Answer("1", "1", null).AskAsync();
        EnsembleResult second = await bench.Answer("1", "2", "2").AskAsync();

        EnsembleStatistics statistics = bench.Ensembler.GetStatistics();

        statistics.Answers.ShouldBe(2);
        statistics.MeanConfidence.ShouldBe((first.Confidence + second.Confidence) / 2);
        statistics.MinimumConfidence.ShouldBe(Math.Min(first.Confidence, second.Confidence));
        statistics.MaximumConfidence.ShouldBe(Math.Max(first.Confidence, second.Confidence));
        statistics.Members.ShouldBe([new("a", 2, 2, 0, 1), new("b", 2, 2, 0, 2), new("c", 2, 1, 1, 1)]);
        statistics.Members[2].Participation.ShouldBe(0.5);
        statistics.History.Select(static record => record.Votes).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task History_IsARing()
    {
        using EnsembleBench bench = new(1, new EnsembleOptions { HistorySize = 50 });
        bench["a"].Always(ScriptStep.Say("1"), ScriptStep.Finish());
        for (int time = 0; time < 60; time++)
        {
            await bench.AskAsync();
        }

        (bench.Ensembler.GetStatistics().Answers, bench.Ensembler.GetStatistics().History.Length).ShouldBe((60, 50));
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        using EnsembleBench client = new();
        Should.Throw<ArgumentException>(() => new MultiModelEnsembler([], client));
        Should.Throw<ArgumentException>(() => new MultiModelEnsembler([new("a")], client, ledger: new InMemoryBudgetLedger())).ParamName.ShouldBe("counter");
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { MemberTimeLimit = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { SimilarityThreshold = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { MinimumQuality = 1.1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { StopConfidence = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { HistorySize = 49 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new MultiModelEnsembler([new("a")], client, new EnsembleOptions { Strategy = (EnsembleStrategy)9 }));
    }
}
