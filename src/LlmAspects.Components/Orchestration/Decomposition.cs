using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>A request as parts that can be answered by themselves.</summary>
/// <param name="Workflow">The parts and what each needs of the others.</param>
/// <param name="Source">What divided it.</param>
/// <param name="Decisions">Why, without content.</param>
public sealed record Decomposition(Workflow Workflow, DecompositionSource Source, ImmutableArray<Decision> Decisions);
