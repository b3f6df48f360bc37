namespace LlmAspects.Components.Quality.Drift;

/// <summary>
/// Watches a series of scores for a fall: an exponentially weighted moving average (Roberts, Technometrics 1, 1959) and a one-sided cumulative sum
/// (Page, Biometrika 41, 1954) over the standardised scores. After an alarm both begin again, the baseline stays. Not thread-safe.
/// </summary>
internal sealed class DriftDetector(DriftOptions options)
{
    /// <summary>A baseline without variation would make any change infinitely many deviations.</summary>
    private const double MinDeviation = 0.02;

    private int _count;
    private double _squares;
    private double _deviation;
    private double _cusum;

    public double Mean { get; private set; }

    /// <summary>The moving average.</summary>
    public double Level { get; private set; }

    /// <summary>Takes a score.</summary>
    /// <returns>What noticed a fall, or <see langword="null"/>.</returns>
    public string? Add(double score)
    {
        if (_count < options.Baseline)
        {
            Learn(score);
            return null;
        }

        Level += options.EwmaWeight * (score - Level);
        _cusum = Math.Max(0, _cusum + ((Mean - score) / _deviation) - options.CusumSlack);
        double ofAverage = _deviation * Math.Sqrt(options.EwmaWeight / (2 - options.EwmaWeight));
        string? detector = Level < Mean - (options.EwmaLimit * ofAverage) ? "ewma" : _cusum > options.CusumLimit ? "cusum" : null;
        return detector;
    }

    /// <summary>Begins again behind an alarm.</summary>
    public void Restart() => (Level, _cusum) = (Mean, 0);

    // Welford, Technometrics 4 (1962).
    private void Learn(double score)
    {
        _count++;
        double distance = score - Mean;
        Mean += distance / _count;
        _squares += distance * (score - Mean);
        (_deviation, Level) = (Math.Max(MinDeviation, Math.Sqrt(_squares / Math.Max(1, _count - 1))), Mean);
    }
}
