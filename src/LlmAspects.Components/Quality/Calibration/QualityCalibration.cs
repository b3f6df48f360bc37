namespace LlmAspects.Components.Quality.Calibration;

/// <summary>
/// Turns a score into the probability that the answer is good, as feedback had it: isotonic regression by pooling adjacent violators
/// (Ayer et al., Annals of Mathematical Statistics 26, 1955), interpolated between the pools. A higher score never gets a lower probability. Immutable, thread-safe.
/// </summary>
public sealed class QualityCalibration
{
    private readonly (double Score, double Share)[] _points;

    private QualityCalibration((double Score, double Share)[] points) => _points = points;

    /// <summary>The least feedback that a calibration is fitted from.</summary>
    public static int MinimumFeedback => 20;

    /// <summary>The pools: their mean scores, rising, and their shares of good answers, which never fall.</summary>
    internal IReadOnlyList<(double Score, double Share)> Points => _points;

    /// <summary>Makes a calibration of points that were kept.</summary>
    internal static QualityCalibration Of((double Score, double Share)[] points) => new(points);

    /// <summary>Fits a calibration.</summary>
    /// <param name="feedback">At least <see cref="MinimumFeedback"/> scores from 0 to 1 with their outcome.</param>
    /// <exception cref="ArgumentException">There is too little.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is not from 0 to 1.</exception>
    public static QualityCalibration Fit(IReadOnlyList<QualityFeedback> feedback) => Fit(feedback, leastPool: 1);

    /// <summary>Fits a calibration by pools of at least some feedback.</summary>
    internal static QualityCalibration Fit(IReadOnlyList<QualityFeedback> feedback, double leastPool)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        FeedbackRules.Require(feedback);
        if (feedback.Count < MinimumFeedback)
        {
            throw new ArgumentException($"A calibration needs {MinimumFeedback} scores with their outcome; there are {feedback.Count}.", nameof(feedback));
        }

        List<IsotonicRegression.Pool> pools = IsotonicRegression.Fit(feedback.Select(static one => (one.Score, one.IsGood)));
        return new QualityCalibration([.. IsotonicRegression.Widened(pools, leastPool).Select(static pool => (pool.Scores / pool.Count, pool.Share))]);
    }

    /// <summary>The probability that an answer with this score is good, from 0 to 1.</summary>
    /// <param name="score">The score, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not from 0 to 1.</exception>
    public double Calibrate(double score)
    {
        if (score is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "The score must be from 0 to 1.");
        }

        int next = Array.FindIndex(_points, point => point.Score >= score);
        if (next <= 0)
        {
            return next < 0 ? _points[^1].Share : _points[0].Share;
        }

        (double from, double low) = _points[next - 1];
        (double to, double high) = _points[next];
        return low + ((high - low) * (score - from) / (to - from));
    }
}
