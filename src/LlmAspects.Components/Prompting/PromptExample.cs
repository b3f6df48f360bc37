namespace LlmAspects.Components.Prompting;

/// <summary>A worked example: it becomes a message of the user and one of the assistant.</summary>
/// <param name="Input">What the user asks.</param>
/// <param name="Output">What the model should answer.</param>
public sealed record PromptExample(string Input, string Output);
