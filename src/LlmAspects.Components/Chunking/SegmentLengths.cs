namespace LlmAspects.Components.Chunking;

/// <summary>How many sentences a segment has.</summary>
public sealed record SegmentLengths
{
    /// <summary>The fewest, at least 1. The default is 1. A text with fewer sentences, or a cap that holds fewer, overrules it.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The most, from <see cref="Minimum"/> to 1,000. The default is 40. Time and memory grow with it.</summary>
    public int Maximum { get; init; } = 40;

    /// <summary>The mean that is expected, above 1 and at most 1,000. The default is 7.</summary>
    public double Expected { get; init; } = 7;

    /// <summary>
    /// How sharp that expectation is, above 0 and at most 1,000: the shape of a negative binomial distribution of the sentences beyond the first.
    /// 1 makes every boundary equally likely; more makes lengths far from the mean less likely. The default is 2.
    /// </summary>
    public double Shape { get; init; } = 2;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Minimum, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Maximum, Minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Maximum, 1_000);
        Check(Expected > 1 && Expected <= 1_000, Expected, nameof(Expected));
        Check(Shape > 0 && Shape <= 1_000, Shape, nameof(Shape));
    }

    /// <summary>The logarithm of the probability of each length; place 0 is not used.</summary>
    internal double[] LogPrior()
    {
        double mean = Expected - 1;
        double success = mean / (Shape + mean);
        double[] prior = new double[Maximum + 1];
        prior[1] = Shape * Math.Log(Shape / (Shape + mean));
        for (int length = 2; length <= Maximum; length++)
        {
            prior[length] = prior[length - 1] + Math.Log((length - 2 + Shape) / (length - 1) * success);
        }

        return prior;
    }

    private static void Check(bool valid, double value, string name)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value is out of its range.");
        }
    }
}
