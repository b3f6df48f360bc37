using CsCheck;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Tests.Quality.Calibration;

public class QualityCalibrationTests
{
    // Scores of 0.9 that are right in half of the cases, scores of 0.2 that are right in a tenth.
    private static readonly QualityFeedback[] Overconfident =
    [
        .. Enumerable.Range(0, 100).Select(static i => new QualityFeedback(0.9, i % 2 == 0)),
        .. Enumerable.Range(0, 100).Select(static i => new QualityFeedback(0.2, i % 10 == 0)),
    ];

    [Fact]
    public void Error_IsTheDistanceOfScoreAndOutcome()
    {
        Reliability reliability = Reliability.Of(Overconfident);

        reliability.ExpectedCalibrationError!.Value.ShouldBe((0.4 + 0.1) / 2, 1e-9);
        reliability.Bins.Count.ShouldBe(10);
        reliability.Bins[9].ShouldBe(new ReliabilityBin(0.9, 1, 100, reliability.Bins[9].MeanScore, 0.5));
        reliability.Bins[5].Count.ShouldBe(0);
    }

    [Fact]
    public void CalibratedScores_HaveNoError()
    {
        QualityCalibration calibration = QualityCalibration.Fit(Overconfident);

        Reliability.Of([.. Overconfident.Select(one => one with { Score = calibration.Calibrate(one.Score) })]).ExpectedCalibrationError!.Value.ShouldBe(0, 1e-9);
        calibration.Calibrate(0.55).ShouldBe(0.3, 1e-9);
        calibration.Calibrate(0).ShouldBe(0.1, 1e-9);
        calibration.Calibrate(1).ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void FeedbackFromUnseenScores_IsCloserAfterCalibration()
    {
        var random = new Random(1);
        QualityFeedback[] Draw() => [.. Enumerable.Range(0, 2_000).Select(_ => random.NextDouble()).Select(score => new QualityFeedback(score, random.NextDouble() < score * score))];
        QualityCalibration calibration = QualityCalibration.Fit(Draw());
        QualityFeedback[] fresh = Draw();

        double before = Reliability.Of(fresh).ExpectedCalibrationError!.Value;
        double after = Reliability.Of([.. fresh.Select(one => one with { Score = calibration.Calibrate(one.Score) })]).ExpectedCalibrationError!.Value;

        before.ShouldBeGreaterThan(0.12);
        after.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void HigherScore_NeverGetsALowerProbability() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[20, 60].Sample(feedback =>
        {
            QualityCalibration calibration = QualityCalibration.Fit([.. feedback.Select(static one => new QualityFeedback(one.Item1, one.Item2))]);
            double[] curve = [.. Enumerable.Range(0, 101).Select(i => calibration.Calibrate(i / 100.0))];
            curve.ShouldAllBe(static value => value >= 0 && value <= 1);
            curve.Zip(curve.Skip(1)).ShouldAllBe(static pair => pair.Second >= pair.First - 1e-12);
        });

    [Fact]
    public void TooLittleOrWrongFeedback_IsRefused()
    {
        Should.Throw<ArgumentException>(() => QualityCalibration.Fit(Overconfident[..19]));
        Should.Throw<ArgumentOutOfRangeException>(() => QualityCalibration.Fit([.. Overconfident, new QualityFeedback(1.1, true)]));
        Should.Throw<ArgumentOutOfRangeException>(() => Reliability.Of([new QualityFeedback(double.NaN, true)]));
        Should.Throw<ArgumentOutOfRangeException>(() => QualityCalibration.Fit(Overconfident).Calibrate(-0.1));
        Reliability.Of([]).ExpectedCalibrationError.ShouldBeNull();
    }

    [Fact]
    public void Monitor_GivesTheProbabilityByTheCalibration()
    {
        QualityRequest request = new("Cats sleep.") { Context = QualityContext.Of("Cats sleep.") };
        new LlmQualityMonitor().Evaluate(request).ProbabilityGood.ShouldBe(new QualityScore(null, "There is no calibration yet."));

        new LlmQualityMonitor(new LlmQualityOptions { Calibration = QualityCalibration.Fit(Overconfident) }).Evaluate(request).ProbabilityGood.Value!.Value.ShouldBe(0.5, 1e-9);
    }
}
