namespace LlmAspects.Cli.Coverage;

/// <summary>The coverage of one component.</summary>
/// <param name="Name">The name of the component.</param>
/// <param name="Project">The project that declares it.</param>
/// <param name="Required">How many methods must carry aspects.</param>
/// <param name="Covered">How many of them carry all that are demanded.</param>
/// <param name="Operations">How many operations are traced, demanded or not; overloads are one.</param>
/// <param name="Missing">The methods that lack an aspect, in the order of the source.</param>
internal sealed record ComponentCoverage(string Name, string Project, int Required, int Covered, int Operations, IReadOnlyList<UncoveredMethod> Missing)
{
    public double Percent => CoverageReport.PercentOf(Covered, Required);
}
