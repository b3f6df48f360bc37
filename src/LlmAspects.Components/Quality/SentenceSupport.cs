namespace LlmAspects.Components.Quality;

/// <summary>The best evidence for one sentence of an answer.</summary>
/// <param name="Start">The sentence's first UTF-16 code unit in the answer.</param>
/// <param name="Length">The sentence's length.</param>
/// <param name="Score">How well it is supported, from 0 to 1.</param>
/// <param name="DocumentId">The document of the evidence; <see langword="null"/> when there is none.</param>
/// <param name="EvidenceStart">The evidence's first code unit in that document; 0 when there is none.</param>
/// <param name="EvidenceLength">The evidence's length; 0 when there is none.</param>
public sealed record SentenceSupport(int Start, int Length, double Score, string? DocumentId, int EvidenceStart, int EvidenceLength);
