namespace LlmAspects.Components.Quality.Calibration;

/// <summary>The feedback whose scores are from <paramref name="Lower"/> to below <paramref name="Upper"/>; the last bin includes 1.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Count">How much there is.</param>
/// <param name="MeanScore">The mean score; 0 without any.</param>
/// <param name="ShareGood">The share of good answers; 0 without any.</param>
public readonly record struct ReliabilityBin(double Lower, double Upper, int Count, double MeanScore, double ShareGood);
