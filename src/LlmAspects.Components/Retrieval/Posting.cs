namespace LlmAspects.Components.Retrieval;

/// <summary>A term in a piece.</summary>
/// <param name="Chunk">The number of the piece.</param>
/// <param name="Frequency">How often the term occurs in it.</param>
internal readonly record struct Posting(int Chunk, int Frequency);
