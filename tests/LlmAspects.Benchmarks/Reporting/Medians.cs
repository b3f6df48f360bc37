namespace LlmAspects.Benchmarks.Reporting;

/// <summary>What is computed from the rounds of two cases. Values of one index belong to one round.</summary>
internal static class Medians
{
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(values));
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double Ratio(IReadOnlyList<double> subject, IReadOnlyList<double> reference) => Of(subject.Zip(reference, static (a, b) => a / b));

    public static double Difference(IReadOnlyList<double> subject, IReadOnlyList<double> reference) => Of(subject.Zip(reference, static (a, b) => a - b));

    /// <summary>How many times the reference's overhead over bare is the subject's; an overhead below a quarter of a nanosecond counts as that, for less cannot be told from noise.</summary>
    public static double OverheadRatio(IReadOnlyList<double> reference, IReadOnlyList<double> subject, IReadOnlyList<double> bare)
        => Difference(reference, bare) / Math.Max(0.25, Difference(subject, bare));
}
