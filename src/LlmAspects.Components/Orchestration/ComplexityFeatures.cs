namespace LlmAspects.Components.Orchestration;

/// <summary>What of a request is counted to tell how complex it is.</summary>
/// <param name="Words">The words.</param>
/// <param name="Parts">The questions or numbered parts, at least 1. Options are no parts.</param>
/// <param name="Options">The options to choose from: lines that begin with "A.", "B." and so on; 0 or at least 2.</param>
/// <param name="Conditions">The words that bind an answer, as far as they do not deny: "if", "unless", "must", "exactly" and their like.</param>
/// <param name="Negations">The words that deny: "not", "never", "except", "doesn't" and their like.</param>
/// <param name="Steps">The words that ask for more than a fact: "compare", "derive", "explain", "plan" and their like.</param>
/// <param name="Numbers">The words that begin with a digit, as far as they do not count parts.</param>
/// <param name="Symbols">The characters of mathematics: "=", "^", "+", "\", "≤", "√" and their like.</param>
/// <param name="Variables">The words of a single letter from a to z that is a consonant, as far as they do not name options: "x", "n".</param>
/// <param name="Task">What is asked for.</param>
public readonly record struct ComplexityFeatures(
    int Words, int Parts, int Options, int Conditions, int Negations, int Steps, int Numbers, int Symbols, int Variables, LlmTask Task);
