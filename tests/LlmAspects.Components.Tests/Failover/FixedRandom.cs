namespace LlmAspects.Components.Tests.Failover;

/// <summary>A random source that always rolls the same.</summary>
internal sealed class FixedRandom(double roll) : Random
{
    public override double NextDouble() => roll;
}
