namespace LlmAspects.Shared;

/// <summary>What is wrong with an aspect's target, in the words a message needs.</summary>
/// <param name="Kind">The rule that is broken.</param>
/// <param name="Method">The name of the annotated member.</param>
/// <param name="Core">The name of its Core method.</param>
/// <param name="Detail">What exactly is wrong and what to do, or the name of what must change.</param>
internal sealed record AspectTargetProblem(AspectTargetProblemKind Kind, string Method, string Core, string Detail);
