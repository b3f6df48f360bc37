using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>What the rules say of one method.</summary>
/// <param name="Symbol">The method.</param>
/// <param name="Component">The component that it belongs to.</param>
/// <param name="Operation">The operation that it is.</param>
/// <param name="IsRequired">Whether it must carry aspects.</param>
/// <param name="IsTraced">Whether it carries the aspect that traces.</param>
/// <param name="Missing">The names of the aspects that it must carry and lacks.</param>
internal sealed record MethodCoverage(IMethodSymbol Symbol, string Component, string Operation, bool IsRequired, bool IsTraced, IReadOnlyList<string> Missing);
