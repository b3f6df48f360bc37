using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>Scores the estimate that a cheap model fails: as it is, calibrated and fitted on the other parts of the rows.</summary>
/// <param name="source">The rows.</param>
/// <param name="start">The model that nothing was learned from these rows for.</param>
/// <param name="startName">Whose weights it has.</param>
internal sealed class ComplexityEvaluator(ComplexitySource source, ComplexityModel start, string startName)
{
    private const double Threshold = 0.7;
    private const string BaseRate = "base rate";

    private static readonly int[] CurvePoints = [50, 200, 1_000];

    private readonly bool[] _failed = [.. source.Rows.Select(static row => row.Failed)];
    private readonly double[] _raw = [.. source.Rows.Select(row => Estimate(start, row.Outcome))];

    public string Suite => $"complexity, {source.Cheap}";

    public IReadOnlyList<EvalFigure> Score(IReadOnlyList<Division> divisions, CancellationToken cancellationToken)
    {
        List<EvalFigure> figures = [.. Order()];
        foreach (Division division in divisions)
        {
            Forecast raw = new(startName, [.. division.Folds.Select(_ => _raw)], _failed, division);
            Forecast rate = Learn(BaseRate, division, static outcomes => Constant(outcomes.Average(static outcome => outcome.CheapModelFailed ? 1.0 : 0.0)), cancellationToken);
            Forecast calibrated = Learn("calibrated", division, outcomes => With(start.Calibrate(outcomes)), cancellationToken);
            Forecast fitted = Learn("fitted", division, outcomes => With(start.Fit(outcomes)), cancellationToken);
            Forecast both = Learn("fitted and calibrated", division, outcomes => With(start.Fit(outcomes).Calibrate(outcomes)), cancellationToken);
            figures.Add(Figure($"AUROC, {fitted.Name}", fitted.Auroc, raw.Auroc.Mean, startName));
            figures.AddRange(((Forecast[])[raw, fitted]).Select(Routing));
            figures.AddRange(Probabilities(rate, [raw, calibrated, fitted, both]));
            figures.AddRange(((Forecast[])[calibrated, fitted, both]).SelectMany(Contract));
        }

        return [.. figures, .. Curve(divisions[^1], cancellationToken)];
    }

    private IEnumerable<EvalFigure> Order()
    {
        var own = new Auroc(_raw, _failed);
        var length = new Auroc([.. source.Rows.Select(static row => (double)row.Length)], _failed);
        yield return Figure($"AUROC, {startName}", own.WithInterval(), 0.5, "constant");
        yield return Figure($"AUROC, {startName}", own.WithInterval(), length.Value, "length of text");
        yield return Figure($"gain in AUROC, {startName}", own.Over(length), 0, "length of text");
    }

    // Half of the questions, those that seem most complex, go to the better model. The interval is that of the gain, question by question.
    private EvalFigure Routing(Forecast forecast)
    {
        double[] random = [.. source.Rows.Select(static row => (row.CheapScore + row.StrongScore) / 2)];
        double[] gains = new double[random.Length];
        foreach (double[] probabilities in forecast.PerSeed)
        {
            HashSet<int> strong = [.. Enumerable.Range(0, random.Length).OrderByDescending(row => probabilities[row]).Take(random.Length / 2)];
            for (int row = 0; row < gains.Length; row++)
            {
                gains[row] += ((strong.Contains(row) ? source.Rows[row].StrongScore : source.Rows[row].CheapScore) - random[row]) / forecast.PerSeed.Count;
            }
        }

        double mean = random.Average();
        Interval gain = Interval.Of(gains, forecast.Clusters);
        return Figure($"score at half strong calls, {forecast.Name}", new Interval(mean + gain.Mean, mean + gain.Lower, mean + gain.Upper), mean, "random halves");
    }

    private IEnumerable<EvalFigure> Probabilities(Forecast rate, IReadOnlyList<Forecast> forecasts)
    {
        (double brier, double loss, double before) = (rate.Brier.Mean, rate.LogLoss.Mean, forecasts[0].CalibrationError);
        foreach (Forecast forecast in forecasts)
        {
            yield return Figure($"Brier, {forecast.Name}", forecast.Brier, brier, BaseRate);
            yield return Figure($"log loss, {forecast.Name}", forecast.LogLoss, loss, BaseRate);
            // Drawing rows anew makes this error larger, so that it has no interval by bootstrap.
            yield return new EvalFigure(Suite, $"ECE, {forecast.Name}", forecast.CalibrationError, null, before, startName, _failed.Length);
        }
    }

    private IEnumerable<EvalFigure> Contract(Forecast forecast)
    {
        double rate = _failed.Average(static failed => failed ? 1.0 : 0.0);
        (Interval above, Interval? failuresAbove, Interval? failuresBelow) = forecast.Divide(Threshold);
        yield return Figure($"above 0.7, {forecast.Name}", above, null, null);
        if (failuresAbove is not null)
        {
            yield return Figure($"failures above 0.7, {forecast.Name}", failuresAbove, rate, "all rows");
        }

        if (failuresBelow is not null)
        {
            yield return Figure($"failures of the rest, {forecast.Name}", failuresBelow, rate, "all rows");
        }
    }

    private IEnumerable<EvalFigure> Curve(Division division, CancellationToken cancellationToken)
    {
        double all = new Forecast(startName, [.. division.Folds.Select(_ => _raw)], _failed, division).Auroc.Mean;
        int least = division.Folds.Min(static fold => fold.Length - fold.CountBy(static part => part).Max(static part => part.Value));
        foreach (int count in CurvePoints.Where(count => count <= least))
        {
            Forecast Some(string name, Func<ComplexityOutcome[], ComplexityModel> learn) => Forecast.OutOfFold(
                name, source, division, (outcomes, seed) => With(learn(Drawn(outcomes, count, seed))), cancellationToken);
            Forecast calibrated = Some("calibrated", outcomes => start.Calibrate(outcomes));
            Forecast fitted = Some("fitted", outcomes => start.Fit(outcomes));
            yield return Figure($"AUROC, fitted on {count}, folds {division.Name}", fitted.Auroc, all, startName);
            yield return Figure($"Brier, fitted on {count}, folds {division.Name}", fitted.Brier, calibrated.Brier.Mean, "calibrated on them");
            yield return new EvalFigure(Suite, $"ECE, fitted on {count}, folds {division.Name}", fitted.CalibrationError, null, calibrated.CalibrationError, "calibrated on them", _failed.Length);
        }
    }

    private Forecast Learn(string name, Division division, Func<ComplexityOutcome[], Func<ComplexityOutcome, double>> learn, CancellationToken cancellationToken) =>
        Forecast.OutOfFold(name, source, division, (outcomes, _) => learn(outcomes), cancellationToken);

    private EvalFigure Figure(string metric, Interval interval, double? reference, string? referenceName) => new(Suite, metric, interval, reference, referenceName, _failed.Length);

    // The seed is that of the folds, so that the same rows are drawn again.
    private static ComplexityOutcome[] Drawn(ComplexityOutcome[] outcomes, int count, int seed)
    {
        ComplexityOutcome[] shuffled = [.. outcomes];
        new Random(seed).Shuffle(shuffled);
        return shuffled[..count];
    }

    private static Func<ComplexityOutcome, double> Constant(double rate) => _ => rate;

    private static Func<ComplexityOutcome, double> With(ComplexityModel model) => outcome => Estimate(model, outcome);

    private static double Estimate(ComplexityModel model, ComplexityOutcome outcome) => model.Estimate(outcome.Features).Probability;
}
