namespace LlmAspects.Components.Ensembling;

/// <summary>An answer in the one form that all equal answers have.</summary>
/// <param name="Kind">The kind; never <see cref="AnswerKind.Automatic"/>.</param>
/// <param name="Value">For a number, a choice or JSON the canonical form; for free text its distinct word stems in ordinal order.</param>
public readonly record struct CanonicalAnswer(AnswerKind Kind, string Value);
