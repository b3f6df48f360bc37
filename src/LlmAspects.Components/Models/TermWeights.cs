namespace LlmAspects.Components.Models;

/// <summary>How telling a concept is among the retrieved sentences: <c>ln(1 + (N - n + 0.5) / (n + 0.5))</c>.</summary>
internal static class TermWeights
{
    /// <param name="sentences">The sentences.</param>
    /// <param name="holding">Those that hold the concept.</param>
    public static double Idf(int sentences, int holding) => Math.Log(1 + ((sentences - holding + 0.5) / (holding + 0.5)));
}
