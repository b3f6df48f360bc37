namespace LlmAspects.Cli.Models;

/// <summary>A member of a panel as the user named it.</summary>
/// <param name="Model">A name as <c>--model</c> takes it.</param>
/// <param name="Weight">What its vote weighs beside the others, above 0.</param>
internal sealed record PanelEntry(string Model, double Weight);
