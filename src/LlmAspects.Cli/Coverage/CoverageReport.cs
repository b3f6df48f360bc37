namespace LlmAspects.Cli.Coverage;

/// <summary>Which methods must carry aspects, and which do.</summary>
/// <param name="Solution">The name of the solution or project.</param>
/// <param name="Components">One entry for each component, in the order of their names.</param>
/// <param name="Problems">What could not be loaded or resolved, so that the figures may be incomplete.</param>
internal sealed record CoverageReport(string Solution, IReadOnlyList<ComponentCoverage> Components, IReadOnlyList<string> Problems)
{
    /// <summary>The name and version of the JSON format.</summary>
    public string Format { get; } = "llmaspects-coverage/1";

    public int Required => Components.Sum(static component => component.Required);

    public int Covered => Components.Sum(static component => component.Covered);

    /// <summary>How many of the methods that must carry aspects do, in percent; 100 when none must.</summary>
    public double Percent => PercentOf(Covered, Required);

    public int Operations => Components.Sum(static component => component.Operations);

    public static double PercentOf(int covered, int required) => required == 0 ? 100 : 100d * covered / required;
}
