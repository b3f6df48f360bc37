namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>Tests of the contract of stores; a store in memory or in a file needs nothing for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute;
