namespace LlmAspects.Cli.Evaluation;

/// <summary>A mean with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
internal sealed record Interval(double Mean, double Lower, double Upper)
{
    private const int Samples = 2_000;

    /// <summary>
    /// By the percentile bootstrap over clusters (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): what belongs together is drawn together.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="clusters">What each belongs to; <see langword="null"/> when each stands alone.</param>
    public static Interval Of(IReadOnlyList<double> values, IReadOnlyList<string?>? clusters)
    {
        (double Sum, int Count)[] drawn = clusters is null
            ? [.. values.Select(static value => (value, 1))]
            : [.. values.Zip(clusters).GroupBy(static pair => pair.Second ?? "", StringComparer.Ordinal).Select(static group => (group.Sum(static pair => pair.First), group.Count()))];
        var random = new Random(1);
        double[] means = new double[Samples];
        for (int sample = 0; sample < Samples; sample++)
        {
            (double sum, int count) = (0, 0);
            for (int draw = 0; draw < drawn.Length; draw++)
            {
                (double some, int of) = drawn[random.Next(drawn.Length)];
                (sum, count) = (sum + some, count + of);
            }

            means[sample] = sum / count;
        }

        return Between(values.Average(), means);
    }

    /// <summary>By the percentile bootstrap over rows, of what is no mean.</summary>
    /// <param name="count">How many rows there are, at least 1.</param>
    /// <param name="measure">Measures the rows that were drawn.</param>
    public static Interval Of(int count, Func<IReadOnlyList<int>, double> measure)
    {
        var random = new Random(1);
        int[] drawn = new int[count];
        double[] measured = new double[Samples];
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int draw = 0; draw < count; draw++)
            {
                drawn[draw] = random.Next(count);
            }

            measured[sample] = measure(drawn);
        }

        return Between(measure([.. Enumerable.Range(0, count)]), measured);
    }

    /// <summary>The mean of means, and of both ends.</summary>
    public static Interval MeanOf(IReadOnlyList<Interval> intervals) =>
        new(intervals.Average(static one => one.Mean), intervals.Average(static one => one.Lower), intervals.Average(static one => one.Upper));

    private static Interval Between(double value, double[] measured)
    {
        Array.Sort(measured);
        return new Interval(value, measured[(int)(0.025 * Samples)], measured[(int)(0.975 * Samples) - 1]);
    }
}
