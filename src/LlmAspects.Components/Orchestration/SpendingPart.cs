namespace LlmAspects.Components.Orchestration;

/// <summary>What money is spent for.</summary>
internal enum SpendingPart
{
    Node,
    Decomposition,
    Synthesis,
}
