namespace LlmAspects;

/// <summary>
/// Names a component and opts the type into enforcement: every public method must carry
/// <see cref="ErrorContextAttribute"/> and <see cref="TracePerformanceAttribute"/>, or <see cref="NoAspectsAttribute"/>.
/// </summary>
/// <param name="name">The component name in snake_case, for example <c>llm_router</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class LlmComponentAttribute(string name) : Attribute
{
    /// <summary>The component name, the default of every aspect in the type.</summary>
    public string Name { get; } = name;
}
