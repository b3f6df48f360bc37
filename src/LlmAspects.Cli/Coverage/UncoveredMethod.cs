namespace LlmAspects.Cli.Coverage;

/// <summary>A method that lacks aspects.</summary>
/// <param name="Method">Its type and name with parameter types.</param>
/// <param name="File">Its file, relative to the folder of the solution, with forward slashes.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Aspects">The names of the aspects that it lacks.</param>
internal sealed record UncoveredMethod(string Method, string File, int Line, IReadOnlyList<string> Aspects);
