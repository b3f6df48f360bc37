namespace LlmAspects.Components.Orchestration;

/// <summary>What of a request is counted to tell how complex it is.</summary>
/// <param name="Words">The words.</param>
/// <param name="Parts">The questions or numbered parts, at least 1.</param>
/// <param name="Conditions">The words that bind an answer: "if", "unless", "must", "except", "at least" and their like.</param>
/// <param name="Numbers">The numbers, as far as they do not count parts.</param>
/// <param name="Steps">The words that join steps or compare: "then", "because", "compare", "derive", "step" and their like.</param>
/// <param name="Task">What is asked for.</param>
public readonly record struct ComplexityFeatures(int Words, int Parts, int Conditions, int Numbers, int Steps, LlmTask Task);
