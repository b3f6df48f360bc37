namespace LlmAspects.Components.Prompting;

/// <summary>Which values a reported quality may have.</summary>
internal static class QualityRules
{
    /// <exception cref="ArgumentOutOfRangeException">The quality is not from 0 to 1.</exception>
    public static void Check(double quality, string name)
    {
        if (quality is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, quality, "The quality must be from 0 to 1.");
        }
    }
}
