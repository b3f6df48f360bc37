namespace LlmAspects.Generators.Model;

/// <summary>One accessor of a property.</summary>
/// <param name="Header">The keyword with its modifiers.</param>
/// <param name="Method">The call that it wraps.</param>
internal sealed record AccessorModel(string Header, AspectMethodModel Method);
