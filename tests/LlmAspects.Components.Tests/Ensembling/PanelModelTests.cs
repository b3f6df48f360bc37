using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class PanelModelTests
{
    private static readonly PanelOptions TwoClasses = new() { Classes = 2 };

    [Fact]
    public void Defaults_AreAsDocumented() =>
        new PanelOptions().ShouldBe(new PanelOptions { MinimumOutcomes = 50, Decay = 0.999, PriorAccuracy = 0.6, Classes = null, GuardConfidence = 0.9 });

    [Fact]
    public void WithoutOutcomes_GivenWeightsDecide()
    {
        PanelModel model = PanelModel.Learn([new("a", 0.5), new("b", 0.3), new("c", 0.25)], []);

        (model.Weights[0] / model.Weights[1]).ShouldBe(0.5 / 0.3, 1e-9);
        model.Decide([0, 1, 1]).Winner.ShouldBe(1);
        model.Decide([0, 1, 2]).Winner.ShouldBe(0);
        model.Decide([0, 1, 2]).Guard.ShouldBe(GuardChoice.TooFewOutcomes);
        model.Decide([0, 1, 2]).IsCalibrated.ShouldBeFalse();
    }

    [Fact]
    public void Weights_AreLogOddsWithTheTermOfOpenAnswers()
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(2), PanelSamples.Simulate(2_000, 20, 1, 0.8, 0.3), new PanelOptions { Classes = 20, Decay = 1 });

        model.Weights[0].ShouldBe(Math.Log(0.8 / 0.2) + Math.Log(19), 0.2);
        model.Weights[1].ShouldBe(Math.Log(0.3 / 0.7) + Math.Log(19), 0.2);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(25)]
    public void NumberOfOpenAnswers_IsEstimatedFromSharedErrors(int classes)
    {
        double estimate = PanelModel.Learn(PanelSamples.Members(3), PanelSamples.Simulate(5_000, classes, 2, 0.5, 0.5, 0.5)).Classes;
        (estimate / classes).ShouldBe(1, 0.2);
    }

    // The majority is right .9 * .6 * .6 + 2 * .9 * .6 * .4 + .1 * .6 * .6 = .792 of the time, the optimum follows the first voter: .900.
    [Fact]
    public void VotersOfUnequalAccuracy_ComeWithinThreePointsPerThousandOfTheOptimum()
    {
        PanelOutcome[] test = PanelSamples.Simulate(20_000, 2, 4, 0.9, 0.6, 0.6);
        PanelModel model = PanelModel.Learn(PanelSamples.Members(3), PanelSamples.Simulate(1_000, 2, 3, 0.9, 0.6, 0.6), TwoClasses);

        test.Average(static outcome => outcome.IsRight(0) ? 1.0 : 0).ShouldBe(0.9, 0.01);
        test.Average(static outcome => Enumerable.Range(0, 3).Count(outcome.IsRight) >= 2 ? 1.0 : 0).ShouldBe(0.792, 0.01);
        test.ShareRight(model).ShouldBeGreaterThanOrEqualTo(test.Average(static outcome => outcome.IsRight(0) ? 1.0 : 0) - 0.003);
    }

    [Fact]
    public void VotersOfSimilarAccuracy_AreBetterThanTheBestOfThem()
    {
        PanelOutcome[] test = PanelSamples.Simulate(10_000, 2, 6, 0.75, 0.7, 0.7, 0.7, 0.7);
        PanelModel model = PanelModel.Learn(PanelSamples.Members(5), PanelSamples.Simulate(1_000, 2, 5, 0.75, 0.7, 0.7, 0.7, 0.7), TwoClasses);

        test.ShareRight(model).ShouldBeGreaterThan(0.82);
    }

    // Two copies of a weak model must not outvote two better ones that are independent of each other.
    [Fact]
    public void MembersThatErrTogether_CountLess()
    {
        PanelOutcome[] outcomes = [.. PanelSamples.Simulate(1_000, 10, 7, 0.6, 0.55).Select(static outcome => new PanelOutcome([outcome.Votes[0], outcome.Votes[1], outcome.Votes[1]], outcome.Correct))];
        PanelModel model = PanelModel.Learn(PanelSamples.Members(3), outcomes);

        PanelDecision decision = model.Decide([0, 1, 1]);

        (decision.Weights[1] + decision.Weights[2]).ShouldBe(model.Weights[1], 0.3);
        decision.Winner.ShouldBe(0);
    }

    [Fact]
    public void OldOutcomes_Fade()
    {
        PanelOutcome[] changed = [.. Enumerable.Repeat(PanelSamples.Outcome(0, 1), 40), .. Enumerable.Repeat(PanelSamples.Outcome(1, 0), 40)];
        PanelModel model = PanelModel.Learn(PanelSamples.Members(2), changed, new PanelOptions { Decay = 0.9, MinimumOutcomes = 100 });

        model.Accuracies[0].ShouldBeLessThan(0.2);
        model.Accuracies[1].ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void AbsentMember_LearnsNothing_AndOneWithoutAnAnswerWasWrong()
    {
        PanelModel before = PanelModel.Learn(PanelSamples.Members(2), []);
        PanelModel model = PanelModel.Learn(PanelSamples.Members(2), [new PanelOutcome([PanelOutcome.Absent, PanelOutcome.NoAnswer], PanelOutcome.NoAnswer)]);

        model.Accuracies[0].ShouldBe(before.Accuracies[0]);
        model.Accuracies[1].ShouldBeLessThan(before.Accuracies[1]);
    }

    [Fact]
    public void Ties_GoToTheMoreAccurateMember_ThenToTheFirst()
    {
        PanelModel equal = PanelModel.Learn(PanelSamples.Members(4), [], TwoClasses);

        equal.Decide([1, 0, 0, 1]).Winner.ShouldBe(1);
        equal.Decide([0, 1, 1, 0]).Winner.ShouldBe(0);
    }

    [Fact]
    public void NobodyAnswers_HasNoWinner()
    {
        PanelDecision decision = PanelModel.Learn(PanelSamples.Members(2), []).Decide([PanelOutcome.NoAnswer, PanelOutcome.Absent]);
        (decision.Winner, decision.Confidence, decision.Posterior.Length).ShouldBe((PanelOutcome.NoAnswer, 0, 0));
    }

    [Fact]
    public void Posterior_LeavesRoomForAnswersThatNobodyGave()
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(2), [], new PanelOptions { Classes = 4, PriorAccuracy = 0.4 });

        // One vote of .4 among four answers is right .4 of the time.
        model.Decide([0, PanelOutcome.Absent]).Posterior[0].ShouldBe(0.4, 1e-9);
    }

    [Fact]
    public void Confidence_IsCalibratedByOutcomes()
    {
        // The members copy each other, which a posterior of independent votes does not know: it is far too sure.
        PanelOutcome[] outcomes = [.. PanelSamples.Simulate(1_000, 4, 8, 0.7).Select(static outcome => new PanelOutcome([outcome.Votes[0], outcome.Votes[0]], outcome.Correct))];
        PanelDecision decision = PanelModel.Learn(PanelSamples.Members(2), outcomes).Decide([0, 0]);

        decision.IsCalibrated.ShouldBeTrue();
        decision.Confidence.ShouldBe(0.7, 0.05);
    }

    [Fact]
    public void FewOutcomes_DoNotCalibrate()
    {
        PanelOutcome[] outcomes = PanelSamples.Simulate(49, 4, 8, 0.7, 0.7);
        PanelDecision decision = PanelModel.Learn(PanelSamples.Members(2), outcomes).Decide([0, 0]);

        decision.IsCalibrated.ShouldBeFalse();
        decision.Confidence.ShouldBe(decision.Posterior[0]);
    }

    [Fact]
    public void APanelWithNothingToAdd_FollowsItsBestMember()
    {
        // Whenever the others agree against the first member they are wrong.
        PanelModel model = PanelModel.Learn(PanelSamples.Members(4),
        [
            .. Enumerable.Repeat(PanelSamples.Outcome(0, 0, 0, 0), 100),
            .. Enumerable.Repeat(PanelSamples.Outcome(0, 1, 2, 3), 60),
            .. Enumerable.Repeat(PanelSamples.Outcome(0, 1, 1, 1), 20),
            .. Enumerable.Repeat(PanelSamples.Outcome(1, 2, 3, 2), 40),
        ]);

        PanelDecision decision = model.Decide([0, 1, 1, 1]);

        (decision.Winner, decision.Guard).ShouldBe((0, GuardChoice.BestMember));
        decision.Reason.ShouldContain("model0 is followed");
    }

    [Fact]
    public void APanelThatGains_OverrulesItsBestMember()
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(5), PanelSamples.Simulate(1_000, 2, 9, 0.76, 0.7, 0.7, 0.7, 0.7), TwoClasses);

        PanelDecision decision = model.Decide([0, 1, 1, 1, 1]);

        (decision.Winner, decision.Guard).ShouldBe((1, GuardChoice.Panel));
        decision.Reason.ShouldContain("overrules model0");
    }

    [Fact]
    public void WithoutTheBestMember_ThePanelDecides()
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(3), PanelSamples.Simulate(500, 2, 3, 0.9, 0.6, 0.6), TwoClasses);
        model.Decide([PanelOutcome.Absent, 0, 0]).Guard.ShouldBe(GuardChoice.NothingToDecide);
    }

    [Fact]
    public void SameOutcomes_DecideTheSame()
    {
        PanelOutcome[] outcomes = PanelSamples.Simulate(300, 6, 10, 0.7, 0.6, 0.5);
        PanelModel one = PanelModel.Learn(PanelSamples.Members(3), outcomes);
        PanelModel other = PanelModel.Learn(PanelSamples.Members(3), outcomes);

        outcomes.ShouldAllBe(outcome => one.Decide(outcome.Votes).Confidence.Equals(other.Decide(outcome.Votes).Confidence));
    }

    [Theory]
    [InlineData(9, 0.999, 0.6, 2, 0.9)]
    [InlineData(50, 0.0, 0.6, 2, 0.9)]
    [InlineData(50, 1.1, 0.6, 2, 0.9)]
    [InlineData(50, 0.999, 1.0, 2, 0.9)]
    [InlineData(50, 0.999, 0.6, 1, 0.9)]
    [InlineData(50, 0.999, 0.6, 2, 1.0)]
    public void OptionOutOfRange_IsRefused(int minimum, double decay, double prior, int classes, double confidence) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PanelModel.Learn(
            PanelSamples.Members(2), [], new PanelOptions { MinimumOutcomes = minimum, Decay = decay, PriorAccuracy = prior, Classes = classes, GuardConfidence = confidence }));

    [Fact]
    public void WrongMembersOrVotes_AreRefused()
    {
        Should.Throw<ArgumentException>(() => PanelModel.Learn([], []));
        Should.Throw<ArgumentException>(() => PanelModel.Learn([new("a"), new("a")], []));
        Should.Throw<ArgumentOutOfRangeException>(() => PanelModel.Learn([new("a", 0)], []));
        Should.Throw<ArgumentException>(() => PanelModel.Learn([new("a")], [new PanelOutcome([0, 0], 0)]));
        Should.Throw<ArgumentException>(() => PanelModel.Learn([new("a")], []).Decide([1]));
    }
}
