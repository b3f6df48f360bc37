namespace LlmAspects.Components.Routing;

/// <summary>
/// A mixture sequential probability ratio test of the difference of two means of outcomes from 0 to 1, which may be looked at after every outcome. Not thread-safe.
/// </summary>
/// <remarks>
/// Outcomes are gathered in blocks that end as soon as both arms have one. The difference of the means of a block is sub-Gaussian with the variance 1/4 (1/n + 1/m)
/// (Hoeffding's lemma), whatever the outcomes are distributed like. With S the sum of the differences and I the number of blocks, both weighted by the inverse variances,
/// exp(d S - d^2 I / 2) has a mean of at most 1 when there is no difference, and so has its mixture over d from N(0, t^2):
/// L = (1 + t^2 I)^(-1/2) exp(t^2 S^2 / (2 (1 + t^2 I))). By Ville's inequality L ever reaches 1/a with a chance of at most a.
/// Robbins, "Statistical methods related to the law of the iterated logarithm" (1970); Johari, Pekelis and Walsh, "Always valid inference" (Operations Research 70, 2022);
/// Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences" (Annals of Statistics 49, 2021).
/// </remarks>
internal sealed class SequentialTest(double significance, int minimumSamples, double expectedDifference)
{
    private readonly double _mixture = expectedDifference * expectedDifference;
    private Arm _control;
    private Arm _treatment;
    private double _sum;
    private double _information;
    private double _largestLog;

    public AbTestVerdict Verdict { get; private set; }

    public long ControlSamples => _control.Count;

    public long TreatmentSamples => _treatment.Count;

    public double? ControlMean => _control.Mean;

    public double? TreatmentMean => _treatment.Mean;

    public double PValue => Math.Exp(-_largestLog);

    /// <summary>The confidence interval of the difference that holds at all times; <see langword="null"/> before the first block ends.</summary>
    public (double Low, double High)? Difference
    {
        get
        {
            if (_information == 0)
            {
                return null;
            }

            double spread = 1 + (_mixture * _information);
            double margin = Math.Sqrt(spread / _mixture * (Math.Log(spread) - (2 * Math.Log(significance)))) / _information;
            double middle = _sum / _information;
            return (Math.Max(-1, middle - margin), Math.Min(1, middle + margin));
        }
    }

    /// <summary>Adds an outcome.</summary>
    /// <param name="isTreatment">Its arm.</param>
    /// <param name="value">From 0 to 1.</param>
    public void Add(bool isTreatment, double value)
    {
        (isTreatment ? ref _treatment : ref _control).Add(value);
        if (_control.BlockCount > 0 && _treatment.BlockCount > 0)
        {
            EndBlock();
        }

        double spread = 1 + (_mixture * _information);
        double logRatio = (_mixture * _sum * _sum / (2 * spread)) - (0.5 * Math.Log(spread));
        _largestLog = Math.Max(_largestLog, logRatio);
        if (Verdict == AbTestVerdict.Undecided && Math.Min(ControlSamples, TreatmentSamples) >= minimumSamples && logRatio >= -Math.Log(significance))
        {
            Verdict = _sum > 0 ? AbTestVerdict.Treatment : AbTestVerdict.Control;
        }
    }

    private void EndBlock()
    {
        double information = 4 / ((1.0 / _control.BlockCount) + (1.0 / _treatment.BlockCount));
        _sum += information * (_treatment.EndBlock() - _control.EndBlock());
        _information += information;
    }

    private struct Arm
    {
        private double _sum;
        private double _blockSum;

        public long Count { get; private set; }

        public int BlockCount { get; private set; }

        public readonly double? Mean => Count == 0 ? null : _sum / Count;

        public void Add(double value)
        {
            _sum += value;
            _blockSum += value;
            Count++;
            BlockCount++;
        }

        /// <summary>Returns the mean of the block and begins the next one.</summary>
        public double EndBlock()
        {
            double mean = _blockSum / BlockCount;
            (_blockSum, BlockCount) = (0, 0);
            return mean;
        }
    }
}
