namespace LlmAspects.Components.Retrieval;

/// <summary>A term in a piece.</summary>
/// <param name="Chunk">The number of the piece.</param>
/// <param name="Frequency">How often the term occurs in it.</param>
/// <param name="Length">The number of terms of the piece; here, so that ranking reads one array only.</param>
internal readonly record struct Posting(int Chunk, int Frequency, int Length);
