namespace LlmAspects.Components.Caching.Semantic;

/// <summary>
/// The similarity from which answers are served, learned from labelled hits. From the strictest threshold down each one must prove that its false hits stay below the limit; the first one that
/// does not ends the search, so that the confidence holds for the threshold that is chosen (fixed-sequence testing, https://arxiv.org/abs/2110.01052). Thread-safe.
/// </summary>
internal sealed class LearnedThreshold(SemanticCacheOptions options)
{
    /// <summary>Thresholds are 1, 0.95 and so on down to 0.5: nothing below is learned.</summary>
    private const int Steps = 11;

    private const double Step = 0.05;

    /// <summary>Labels at which the older half is forgotten, so that questions may change, and sums stay small.</summary>
    private const long MaxLabels = 10_000;

    private readonly Lock _gate = new();
    private readonly long[] _right = new long[Steps];
    private readonly long[] _wrong = new long[Steps];
    private double? _value = options.MinSimilarity;

    /// <summary>From this similarity on; above 1 when nothing may be served.</summary>
    public double Value
    {
        get
        {
            lock (_gate)
            {
                return _value ??= Learn();
            }
        }
    }

    public void Add(double similarity, bool wasRight)
    {
        int step = Math.Min(Steps - 1, (int)Math.Ceiling(((1 - similarity) / Step) - 1e-9));
        if (similarity < 1 - ((Steps - 1) * Step) - 1e-9)
        {
            return;
        }

        lock (_gate)
        {
            (wasRight ? _right : _wrong)[step]++;
            if (_right.Sum() + _wrong.Sum() > MaxLabels)
            {
                Fade();
            }

            _value = null;
        }
    }

    private double Learn()
    {
        double? proved = null;
        (long wrong, long all) = (0, 0);
        for (int step = 0; step < Steps; step++)
        {
            wrong += _wrong[step];
            all += _wrong[step] + _right[step];
            if (_wrong[step] + _right[step] == 0)
            {
                // Nobody has seen these: they are served only with what is proved below them.
                continue;
            }

            if (BinomialBound.Upper(wrong, all, options.Confidence) > options.MaxFalseHitRate)
            {
                break;
            }

            proved = 1 - (step * Step);
        }

        return proved ?? (IsRefuted() ? double.PositiveInfinity : options.MinSimilarity);
    }

    // Whether what is served without proof is wrong too often for certain.
    private bool IsRefuted()
    {
        (long wrong, long all) = (0, 0);
        for (int step = 0; step < Steps && 1 - (step * Step) >= options.MinSimilarity - 1e-9; step++)
        {
            wrong += _wrong[step];
            all += _wrong[step] + _right[step];
        }

        return all > 0 && BinomialBound.Lower(wrong, all, options.Confidence) > options.MaxFalseHitRate;
    }

    private void Fade()
    {
        for (int step = 0; step < Steps; step++)
        {
            _right[step] /= 2;
            _wrong[step] /= 2;
        }
    }
}
