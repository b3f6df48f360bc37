namespace LlmAspects;

/// <summary>Exempts a method of a component from the rules that demand aspects.</summary>
/// <param name="reason">Why the method needs no error context and no trace; read by the next developer.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class NoAspectsAttribute(string reason) : Attribute
{
    /// <summary>Why the method is exempt.</summary>
    public string Reason { get; } = reason;
}
