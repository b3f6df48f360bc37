namespace LlmAspects.Components.Caching.Semantic;

/// <summary>One-sided bounds of a rate (Clopper and Pearson, Biometrika 26 (1934): https://doi.org/10.1093/biomet/26.4.404): they hold whatever the true rate is.</summary>
internal static class BinomialBound
{
    private const int Halvings = 50;

    /// <summary>The rate that is only exceeded with the probability 1 - confidence, given so few failures.</summary>
    public static double Upper(long failures, long trials, double confidence) =>
        failures >= trials ? 1 : Solve(rate => AtMost(failures, trials, rate) > 1 - confidence);

    /// <summary>The rate that is only missed with the probability 1 - confidence, given so many failures.</summary>
    public static double Lower(long failures, long trials, double confidence) =>
        failures == 0 ? 0 : Solve(rate => 1 - AtMost(failures - 1, trials, rate) < 1 - confidence);

    private static double Solve(Func<double, bool> isBelow)
    {
        (double low, double high) = (0, 1);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return high;
    }

    // The probability of at most so many failures, summed from the logarithms of its terms.
    private static double AtMost(long failures, long trials, double rate)
    {
        double term = trials * Math.Log(1 - rate);
        double step = Math.Log(rate) - Math.Log(1 - rate);
        double sum = Math.Exp(term);
        for (long i = 1; i <= failures; i++)
        {
            term += step + Math.Log((double)(trials - i + 1) / i);
            sum += Math.Exp(term);
        }

        return Math.Min(1, sum);
    }
}
