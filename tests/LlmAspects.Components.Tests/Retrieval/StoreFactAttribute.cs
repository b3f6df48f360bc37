namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>A test of the contract of stores; a store in memory or in a file needs nothing for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;
