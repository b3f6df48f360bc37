namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>Says how well units that follow each other belong together.</summary>
internal interface ISegmentScore
{
    /// <summary>Begins an empty segment.</summary>
    void Begin();

    /// <summary>Puts a unit before the segment.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The score of the segment, a logarithm: scores of neighbouring segments add up.</returns>
    double Extend(int unit);
}
