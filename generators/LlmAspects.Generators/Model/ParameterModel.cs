namespace LlmAspects.Generators.Model;

/// <summary>One parameter.</summary>
/// <param name="Modifiers">The modifiers of the declaration, each followed by a space.</param>
/// <param name="Type">The fully qualified type.</param>
/// <param name="Name">The name, escaped.</param>
/// <param name="ArgumentModifier">The modifier at the call of Core, followed by a space; empty if by value.</param>
/// <param name="IsCancellationToken">Whether the wrapper can ask it for cancellation.</param>
internal sealed record ParameterModel(string Modifiers, string Type, string Name, string ArgumentModifier, bool IsCancellationToken)
{
    public string Declaration => Modifiers + Type + " " + Name;

    public string Argument => ArgumentModifier + Name;
}
