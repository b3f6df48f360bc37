using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class ConfidenceCalibrationTests
{
    [Fact]
    public void Shares_AreThoseThatWereSeen()
    {
        ConfidenceCalibration calibration = ConfidenceCalibration.Fit([.. Seen(0.6, 10, of: 40), .. Seen(0.9, 30, of: 40)]);

        calibration.Apply(0.6).ShouldBe(10.5 / 41, 1e-9);
        calibration.Apply(0.9).ShouldBe(30.5 / 41, 1e-9);
        calibration.Apply(0.1).ShouldBe(10.5 / 41, 1e-9);
        calibration.Apply(0.8).ShouldBe(30.5 / 41, 1e-9);
    }

    [Fact]
    public void HigherPosteriorsThatAreLessOftenRight_ArePooled()
    {
        ConfidenceCalibration calibration = ConfidenceCalibration.Fit([.. Seen(0.6, 30, of: 40), .. Seen(0.9, 10, of: 40)]);

        calibration.Apply(0.6).ShouldBe(40.5 / 81, 1e-9);
        calibration.Apply(0.9).ShouldBe(40.5 / 81, 1e-9);
    }

    // Ten distinct posteriors of ten outcomes each: steps of thirty, not one step for all.
    [Fact]
    public void NarrowSteps_AreJoinedUntilTheyAreWideEnough()
    {
        ConfidenceCalibration calibration = ConfidenceCalibration.Fit(Enumerable.Range(0, 10).SelectMany(static place => Seen(0.05 + (place / 10.0), place, of: 10)));

        double[] shares = [.. Enumerable.Range(0, 10).Select(place => calibration.Apply(0.05 + (place / 10.0)))];

        shares.Distinct().Count().ShouldBe(3);
        shares[0].ShouldBe(3.5 / 31, 1e-9);
        shares[9].ShouldBe(30.5 / 41, 1e-9);
    }

    private static IEnumerable<(double, bool)> Seen(double posterior, int right, int of) => Enumerable.Range(0, of).Select(place => (posterior, place < right));
}
