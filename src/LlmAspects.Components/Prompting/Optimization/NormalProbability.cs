namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The standard normal distribution function, by the approximation 26.2.17 of Abramowitz and Stegun, Handbook of Mathematical Functions (error below 7.5e-8).</summary>
internal static class NormalProbability
{
    /// <summary>How likely a standard normal variable is below a value.</summary>
    public static double Below(double value)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(value)));
        double sum = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        double above = Math.Exp(-0.5 * value * value) / Math.Sqrt(2 * Math.PI) * sum;
        return value < 0 ? above : 1 - above;
    }
}
