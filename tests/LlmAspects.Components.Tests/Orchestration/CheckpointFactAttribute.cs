namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>A test of the contract of checkpoint stores; a store that needs a server has an attribute of the same name that looks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckpointFactAttribute : FactAttribute;
