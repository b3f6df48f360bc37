using CsCheck;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class PanelPropertyTests
{
    private static readonly Gen<int[]> Votes = Gen.Int[PanelOutcome.Absent, 3].Array[4];

    private static readonly Gen<PanelOutcome> Outcomes = Gen.Select(Votes, Gen.Int[PanelOutcome.NoAnswer, 3]).Select(static (votes, correct) => new PanelOutcome([.. votes], correct));

    [Fact]
    public void EveryDecision_IsAVoteWithAProbability() => Gen.Select(Outcomes.Array[0, 80], Votes).Sample(static (outcomes, votes) =>
    {
        PanelDecision decision = PanelModel.Learn(PanelSamples.Members(4), outcomes).Decide(votes);
        (votes.Max() < 0 ? decision.Winner == PanelOutcome.NoAnswer : votes.Contains(decision.Winner)).ShouldBeTrue();
        decision.Confidence.ShouldBeInRange(0, 1);
        decision.Posterior.Sum().ShouldBeInRange(0, 1 + 1e-9);
        decision.Weights.ShouldAllBe(static weight => double.IsFinite(weight));
    });

    [Fact]
    public void NamesOfAnswers_DoNotMatter() => Gen.Select(Outcomes.Array[0, 80], Votes).Sample(static (outcomes, votes) =>
    {
        PanelModel model = PanelModel.Learn(PanelSamples.Members(4), outcomes);
        int winner = model.Decide(votes).Winner;
        int renamed = model.Decide([.. votes.Select(static vote => vote < 0 ? vote : 3 - vote)]).Winner;
        renamed.ShouldBe(winner < 0 ? winner : 3 - winner);
    });

    [Fact]
    public void Calibration_NeverFallsAndStaysInside() => Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 300].Sample(static outcomes =>
    {
        ConfidenceCalibration calibration = ConfidenceCalibration.Fit(outcomes);
        double[] shares = [.. Enumerable.Range(0, 101).Select(step => calibration.Apply(step / 100.0))];
        shares.ShouldAllBe(static share => share > 0 && share < 1);
        shares.Zip(shares.Skip(1)).ShouldAllBe(static pair => pair.First <= pair.Second + 1e-12);
    });
}
