namespace LlmAspects.Components.Ensembling;

/// <summary>Quantiles of the standard normal distribution, by the rational approximation 26.2.23 of Abramowitz and Stegun, Handbook of Mathematical Functions (error below 4.5e-4).</summary>
internal static class NormalQuantile
{
    /// <summary>The value that a standard normal variable stays below with a probability.</summary>
    /// <param name="probability">From 0.5 to below 1.</param>
    public static double Of(double probability)
    {
        double t = Math.Sqrt(-2 * Math.Log(1 - probability));
        double above = 2.515517 + (t * (0.802853 + (t * 0.010328)));
        double below = 1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))));
        return Math.Max(0, t - (above / below));
    }
}
