namespace LlmAspects.Components.Routing;

/// <summary>What the router knows of one model.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Enabled">Whether it may be chosen.</param>
/// <param name="TimesFirst">How often it stood first.</param>
/// <param name="Outcomes">How many outcomes were reported.</param>
/// <param name="Successes">How many of them were successes.</param>
public sealed record ModelRouteStatistics(string ModelId, bool Enabled, long TimesFirst, long Outcomes, long Successes)
{
    /// <summary>The part of the reported outcomes that succeeded; <see langword="null"/> while there is none.</summary>
    public double? SuccessRate => Outcomes == 0 ? null : (double)Successes / Outcomes;
}
