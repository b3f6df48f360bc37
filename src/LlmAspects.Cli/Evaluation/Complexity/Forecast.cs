using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>Probabilities that were stated for all rows, once a seed; each row by a model that learned without its part.</summary>
/// <param name="name">Who stated them.</param>
/// <param name="perSeed">The probabilities.</param>
/// <param name="failed">What came true.</param>
/// <param name="division">How the rows were divided.</param>
internal sealed class Forecast(string name, IReadOnlyList<double[]> perSeed, bool[] failed, Division division)
{
    public string Name => $"{name}, folds {division.Name}";

    public IReadOnlyList<double[]> PerSeed => perSeed;

    public IReadOnlyList<string?>? Clusters => division.Clusters;

    /// <summary>The mean over the parts: rows of different parts have probabilities of different models, which are not compared.</summary>
    public Interval Auroc => Interval.MeanOf([.. perSeed.Zip(division.Folds, WithinParts)]);

    public Interval Brier => MeanOf(ForecastScores.Brier);

    public Interval LogLoss => MeanOf(ForecastScores.LogLoss);

    public double CalibrationError => perSeed.Average(probabilities => ForecastScores.CalibrationError(probabilities, failed));

    /// <summary>Forecasts every row by a model that learned from the other parts.</summary>
    /// <param name="name">Who forecasts.</param>
    /// <param name="source">The rows.</param>
    /// <param name="division">The parts.</param>
    /// <param name="learn">Learns from outcomes; the seed is that of the division.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Forecast OutOfFold(
        string name, ComplexitySource source, Division division, Func<ComplexityOutcome[], int, Func<ComplexityOutcome, double>> learn, CancellationToken cancellationToken)
    {
        ComplexityOutcome[] outcomes = [.. source.Rows.Select(static row => row.Outcome)];
        double[][] perSeed = [.. division.Folds.Select(_ => new double[outcomes.Length])];
        (int Seed, int Part)[] trainings = [.. division.Folds.Index().SelectMany(static seed => seed.Item.Distinct().Select(part => (seed.Index, part)))];
        Parallel.ForEach(trainings, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, training =>
        {
            int[] fold = division.Folds[training.Seed];
            Func<ComplexityOutcome, double> model = learn([.. outcomes.Where((_, row) => fold[row] != training.Part)], training.Seed + 1);
            for (int row = 0; row < outcomes.Length; row++)
            {
                if (fold[row] == training.Part)
                {
                    perSeed[training.Seed][row] = model(outcomes[row]);
                }
            }
        });
        return new Forecast(name, perSeed, [.. outcomes.Select(static outcome => outcome.CheapModelFailed)], division);
    }

    /// <summary>The part of the rows above a threshold, and the part of failures among them and among the rest; <see langword="null"/> where there is no row.</summary>
    public (Interval Above, Interval? FailuresAbove, Interval? FailuresBelow) Divide(double threshold)
    {
        Interval above = MeanOf((probabilities, _) => [.. probabilities.Select(probability => probability > threshold ? 1.0 : 0.0)]);
        return (above, FailuresWhere(probability => probability > threshold), FailuresWhere(probability => probability <= threshold));
    }

    private Interval WithinParts(double[] probabilities, int[] parts)
    {
        Interval[] areas = [.. Enumerable.Range(0, failed.Length)
            .GroupBy(row => parts[row])
            .Where(part => part.Any(row => failed[row]) && part.Any(row => !failed[row]))
            .Select(part => new Auroc([.. part.Select(row => probabilities[row])], [.. part.Select(row => failed[row])]).WithInterval())];
        double mean = areas.Average(static area => area.Mean);
        double half = Math.Sqrt(areas.Sum(static area => Math.Pow((area.Upper - area.Lower) / 2, 2))) / areas.Length;
        return new Interval(mean, mean - half, mean + half);
    }

    private Interval MeanOf(Func<double[], bool[], double[]> score) => Interval.MeanOf([.. perSeed.Select(probabilities => Interval.Of(score(probabilities, failed), Clusters))]);

    private Interval? FailuresWhere(Func<double, bool> isMeant)
    {
        Interval[] seeds = [.. perSeed
            .Select(probabilities => Enumerable.Range(0, failed.Length).Where(row => isMeant(probabilities[row])).ToArray())
            .Where(static rows => rows.Length > 0)
            .Select(rows => Interval.Of([.. rows.Select(row => failed[row] ? 1.0 : 0.0)], Clusters is null ? null : [.. rows.Select(row => Clusters[row])]))];
        return seeds.Length == 0 ? null : Interval.MeanOf(seeds);
    }
}
