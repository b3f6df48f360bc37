using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class EarlyStopTests
{
    private static readonly double[] Equal = [1, 1, 1, 1, 1];

    [Theory]
    [InlineData(true, 0, 0, 0, PanelOutcome.Absent, PanelOutcome.Absent)]
    [InlineData(false, 0, 0, 1, PanelOutcome.Absent, PanelOutcome.Absent)]
    [InlineData(false, 0, 1, 2, PanelOutcome.Absent, PanelOutcome.Absent)]
    [InlineData(false, PanelOutcome.NoAnswer, PanelOutcome.NoAnswer, PanelOutcome.NoAnswer, PanelOutcome.Absent, PanelOutcome.Absent)]
    public void MajorityOfFive_IsCertainWithThree(bool expected, params int[] votes) =>
        EarlyStop.IsCertain(votes, [3, 4], static tried => MajorityRule.WinnerOf(tried, Equal, Equal)).ShouldBe(expected);

    [Fact]
    public void BestMemberStillToCome_IsWaitedForWhileTheGuardFollowsIt()
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(3), PanelSamples.Simulate(500, 2, 3, 0.9, 0.6, 0.6), new PanelOptions { Classes = 2 });

        EarlyStop.IsCertain([PanelOutcome.Absent, 0, 0], [0], votes => model.Decide(votes).Winner).ShouldBeFalse();
        EarlyStop.IsCertain([0, 1, PanelOutcome.Absent], [2], votes => model.Decide(votes).Winner).ShouldBeTrue();
    }

    [Fact]
    public void NewAnswersOfSeveralMembers_AreTriedApart() =>
        EarlyStop.IsCertain([0, PanelOutcome.Absent, PanelOutcome.Absent], [1, 2], static tried => tried[1] > 0 && tried[2] > 0 && tried[1] != tried[2] ? 1 : 0).ShouldBeFalse();

    [Fact]
    public void TooManyPossibilities_AreNotTried()
    {
        int tries = 0;
        EarlyStop.IsCertain([0, .. Enumerable.Repeat(PanelOutcome.Absent, 9)], [.. Enumerable.Range(1, 9)], _ => tries++).ShouldBeFalse();
        tries.ShouldBe(0);
    }
}
