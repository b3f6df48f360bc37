using LlmAspects.Components.Ensembling;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Ensembling;

public class EnsembleLearningTests
{
    private static readonly EnsembleOptions WaitForAll = new() { StopEarly = false };

    [Fact]
    public async Task Outcomes_ChangeWhoWins()
    {
        using EnsembleBench bench = new(options: WaitForAll);
        (await bench.Answer("7", "8", "8").AskAsync()).Answer!.Value.Value.ShouldBe("8");

        await bench.TeachAsync(30, "1", ["1", "2", "3"]);

        (await bench.Answer("7", "8", "8").AskAsync()).Answer!.Value.Value.ShouldBe("7");
        bench.Ensembler.GetPanel().Weights[0].ShouldBeGreaterThan(bench.Ensembler.GetPanel().Weights[1]);
    }

    [Fact]
    public async Task EnoughOutcomes_CalibrateTheConfidence()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        await bench.TeachAsync(30, "1", ["1", "1"]);
        await bench.TeachAsync(30, "1", ["2", "2"]);

        EnsembleResult result = await bench.Answer("7", "7").AskAsync();

        result.IsCalibrated.ShouldBeTrue();
        result.Confidence.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public async Task WhatIsLearned_BelongsToTenantAndTask()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        await bench.TeachAsync(10, "1", ["2", "1"], new LlmChatOptions { Tenant = "t", Task = LlmTask.Reasoning });

        bench.Ensembler.GetPanel(LlmTask.Reasoning, "t").Accuracies[1].ShouldBeGreaterThan(0.9);
        bench.Ensembler.GetPanel(LlmTask.Reasoning).Accuracies[1].ShouldBe(0.6, 1e-9);
        bench.Ensembler.GetPanel(LlmTask.Code, "t").Accuracies[1].ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public async Task Result_IsJudgedOnce()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        EnsembleResult result = await bench.Answer("1", "2").AskAsync();

        bench.Ensembler.ReportOutcome(result, "1").ShouldBeTrue();
        double[] before = [.. bench.Ensembler.GetPanel().Accuracies];
        bench.Ensembler.ReportOutcome(result, "1").ShouldBeFalse();

        bench.Ensembler.GetPanel().Accuracies.ShouldBe(before);
    }

    [Fact]
    public async Task AnswerThatNobodyGave_CountsAgainstAll()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        bench.Ensembler.ReportOutcome(await bench.Answer("1", "2").AskAsync(), "3");
        bench.Ensembler.GetPanel().Accuracies.ShouldAllBe(static accuracy => accuracy < 0.6);
    }

    [Fact]
    public async Task OutcomeOfAnotherKind_IsRefused()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        EnsembleResult result = await bench.Answer("1", "2").AskAsync();

        Should.Throw<ArgumentException>(() => bench.Ensembler.ReportOutcome(result, "no number"));
        bench.Ensembler.ReportOutcome(result, "1").ShouldBeTrue();
    }

    [Fact]
    public async Task CorrectModels_TeachTheSameAsTheAnswer()
    {
        using EnsembleBench byAnswer = new(options: WaitForAll);
        using EnsembleBench byModels = new(options: WaitForAll);
        byAnswer.Ensembler.ReportOutcome(await byAnswer.Answer("1", "2", "1").AskAsync(), "1");
        byModels.Ensembler.ReportCorrectModels(await byModels.Answer("1", "2", "1").AskAsync(), ["a", "c"]);

        byModels.Ensembler.GetPanel().Accuracies.ShouldBe(byAnswer.Ensembler.GetPanel().Accuracies);
    }

    [Fact]
    public async Task NoCorrectModel_CountsAgainstAll_AndAStrangerIsRefused()
    {
        using EnsembleBench bench = new(2, WaitForAll);
        EnsembleResult result = await bench.Answer("1", "2").AskAsync();

        Should.Throw<ArgumentException>(() => bench.Ensembler.ReportCorrectModels(result, ["z"])).Message.ShouldContain("'z' is not a member");
        bench.Ensembler.ReportCorrectModels(result, []).ShouldBeTrue();
        bench.Ensembler.GetPanel().Accuracies.ShouldAllBe(static accuracy => accuracy < 0.6);
    }

    [Fact]
    public async Task TenantsBeyondTheBound_AreNotLearned()
    {
        using EnsembleBench bench = new(2, new EnsembleOptions { StopEarly = false, MaxLearned = 1 });
        bench.Ensembler.ReportOutcome(await bench.Answer("1", "2").AskAsync(options: new LlmChatOptions { Tenant = "one" }), "1").ShouldBeTrue();
        bench.Ensembler.ReportOutcome(await bench.Answer("1", "2").AskAsync(options: new LlmChatOptions { Tenant = "two" }), "1").ShouldBeFalse();
        bench.Ensembler.ReportOutcome(await bench.Answer("1", "2").AskAsync(options: new LlmChatOptions { Tenant = "one" }), "1").ShouldBeTrue();
    }

    [Fact]
    public async Task ManyThreads_LoseNothing()
    {
        using EnsembleBench bench = new(2, new EnsembleOptions { StopEarly = false, Panel = new PanelOptions { Decay = 1 } });
        bench["a"].Always(ScriptStep.Say("1"), ScriptStep.Finish());
        bench["b"].Always(ScriptStep.Say("2"), ScriptStep.Finish());

        await Parallel.ForAsync(0, 200, async (_, token) => bench.Ensembler.ReportOutcome(await bench.AskAsync(cancellationToken: token), "1"));

        // 200 outcomes beside what is expected, which weighs as two.
        bench.Ensembler.GetPanel().Accuracies[0].ShouldBe((200 + 1.2) / 202, 1e-9);
        bench.Ensembler.GetStatistics().Answers.ShouldBe(200);
    }
}
