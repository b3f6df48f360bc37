namespace LlmAspects;

/// <summary>Decides, when the assembly is compiled, which of its methods with <see cref="TracePerformanceAttribute"/> are traced: those of this level and above.</summary>
/// <remarks>
/// Without it every method is traced. Below the level a wrapper calls the method as if <see cref="TracePerformanceAttribute"/> were not there: no clock, no span, no statistics,
/// and no value of a <see cref="TagAttribute"/> is read for it. <see cref="ErrorContextAttribute"/> and <see cref="RetryWithBackoffAttribute"/> have no level and stay.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LlmAspectsLevelAttribute : Attribute
{
    /// <summary>Sets the level.</summary>
    /// <param name="level">The least level that is traced.</param>
    public LlmAspectsLevelAttribute(AspectLevel level) => Level = level;

    /// <summary>The least level that is traced.</summary>
    public AspectLevel Level { get; }
}
