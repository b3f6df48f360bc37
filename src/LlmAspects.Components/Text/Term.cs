namespace LlmAspects.Components.Text;

/// <summary>A term of a text.</summary>
/// <param name="Value">The stem in lower case.</param>
/// <param name="Word">The word in the text.</param>
/// <param name="Kind">Where the term comes from.</param>
internal readonly record struct Term(string Value, TextRange Word, TermKind Kind);
