namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>How much better answers become by a change, in quality from 0 to 1.</summary>
/// <param name="Mean">The expected gain, -1 to 1.</param>
/// <param name="Lower">The lower end of its 95 % interval.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Probability">How likely there is a gain at all, 0 to 1.</param>
public sealed record GainEstimate(double Mean, double Lower, double Upper, double Probability);
