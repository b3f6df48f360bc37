namespace LlmAspects.Analyzers;

/// <summary>Says of a rule why no fix is offered: there is more than one way to mend the code, and only its author knows which is right.</summary>
/// <param name="reason">Why, in one sentence.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NoCodeFixAttribute(string reason) : Attribute
{
    /// <summary>Why, in one sentence.</summary>
    public string Reason => reason;
}
