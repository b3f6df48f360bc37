using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>The options that tuning tries.</summary>
internal static class SegmentGrid
{
    private static readonly double[] Concentrations = [0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3];
    private static readonly double[] Means = [7, 10, 15, 20, 30];
    private static readonly double[] Shapes = [0.5, 1, 2, 4, 8, 16];
    private static readonly double[] Weights = [0, 0.5, 1, 2, 3, 4];

    public static IEnumerable<LexicalCohesionOptions> Of(SegmentLengths limits) =>
        from concentration in Concentrations
        from weight in Weights
        from mean in weight == 0 ? [limits.Expected] : Means
        from shape in weight == 0 ? [limits.Shape] : Shapes
        select new LexicalCohesionOptions { Concentration = concentration, LengthWeight = weight, Lengths = limits with { Expected = mean, Shape = shape } };
}
