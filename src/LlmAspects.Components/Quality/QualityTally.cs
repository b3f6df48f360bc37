namespace LlmAspects.Components.Quality;

/// <summary>Counts what a quality monitor measures and keeps the last scores in a ring. Thread-safe.</summary>
internal sealed class QualityTally(int window)
{
    private const int MinimumForTrend = 10;

    private readonly Lock _lock = new();
    private readonly Queue<double> _scores = new();
    private long _evaluations;
    private long _measured;
    private double _sum;
    private double _minimum = double.PositiveInfinity;
    private long _statements;
    private long _unsupported;

    public void Add(QualityReport report, double threshold)
    {
        int unsupported = report.Sentences.Count(sentence => sentence.Score < threshold);
        lock (_lock)
        {
            _evaluations++;
            _statements += report.Sentences.Count;
            _unsupported += unsupported;
            if (report.Groundedness.Value is { } score)
            {
                _measured++;
                _sum += score;
                _minimum = Math.Min(_minimum, score);
                Keep(score);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            (_evaluations, _measured, _sum, _minimum, _statements, _unsupported) = (0, 0, 0, double.PositiveInfinity, 0, 0);
            _scores.Clear();
        }
    }

    public QualityStatistics Statistics()
    {
        lock (_lock)
        {
            return new QualityStatistics
            {
                Evaluations = _evaluations,
                Measured = _measured,
                Mean = _measured == 0 ? null : _sum / _measured,
                Minimum = _measured == 0 ? null : _minimum,
                Statements = _statements,
                Unsupported = _unsupported,
            };
        }
    }

    public QualityTrend Trend()
    {
        double[] scores;
        lock (_lock)
        {
            scores = [.. _scores];
        }

        int half = scores.Length / 2;
        QualityScore change = scores.Length < MinimumForTrend
            ? new QualityScore(null, $"Only {scores.Length} of the {MinimumForTrend} scores that a trend needs.")
            : new QualityScore(scores[half..].Average() - scores[..half].Average(), $"The mean of the last {scores.Length - half} scores less the mean of the {half} before.");
        return new QualityTrend { Scores = scores, Change = change };
    }

    private void Keep(double score)
    {
        if (_scores.Count == window)
        {
            _scores.Dequeue();
        }

        _scores.Enqueue(score);
    }
}
