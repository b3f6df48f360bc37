namespace LlmAspects.Components.Routing;

/// <summary>Draws from a Beta distribution by two Gamma draws: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). Pure but for the random source.</summary>
internal static class BetaSampler
{
    /// <summary>One draw.</summary>
    /// <param name="alpha">At least 1.</param>
    /// <param name="beta">At least 1.</param>
    /// <param name="random">The random source; not locked here.</param>
    public static double Draw(double alpha, double beta, Random random)
    {
        double good = Gamma(alpha, random);
        double bad = Gamma(beta, random);
        return good / (good + bad);
    }

    private static double Gamma(double shape, Random random)
    {
        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = Normal(random);
            double root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    // Box and Muller; one minus the draw is never 0.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
