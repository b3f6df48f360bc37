namespace LlmAspects.Generators.Model;

/// <summary>The static operation object of a method.</summary>
/// <param name="Component">The component name, as given or by default.</param>
/// <param name="Name">The operation name, as given or by default.</param>
/// <param name="Source">The assembly's own activity source, or null for the default one.</param>
/// <param name="Aspects">The aspects present.</param>
/// <param name="Options">The options of the aspects.</param>
internal sealed record OperationModel(string Component, string Name, string? Source, AspectSet Aspects, OptionsModel Options);
