using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>A solution as MSBuild sees it.</summary>
/// <param name="Projects">Its C# projects; one that is built for several frameworks is here once for each.</param>
/// <param name="Problems">What could not be loaded, in words for the user.</param>
internal sealed record LoadedSolution(IReadOnlyList<Project> Projects, IReadOnlyList<string> Problems);
