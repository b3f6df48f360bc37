namespace LlmAspects.Components.Models;

/// <summary>A sentence with what speaks for it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Support">The share of the question's concepts that it holds, by their weight, from 0 to 1.</param>
/// <param name="Score">What sentences are ranked by.</param>
internal readonly record struct ScoredSentence(SourceSentence Sentence, double Support, double Score);
