namespace LlmAspects;

/// <summary>Gives an assembly an <c>ActivitySource</c> and a <c>Meter</c> of its own name. The default for assemblies without it is <c>LlmAspects</c>.</summary>
/// <param name="name">The name of source and meter, for example <c>Contoso.Rag</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LlmAspectsSourceAttribute(string name) : Attribute
{
    /// <summary>The name of source and meter.</summary>
    public string Name { get; } = name;
}
