namespace LlmAspects.Components.Quality;

/// <summary>How well one statement is supported.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Evidence">The best evidence; <see langword="null"/> when nothing is shared.</param>
/// <param name="Conflict">What speaks against it.</param>
internal sealed record ClaimSupport(double Score, Evidence? Evidence, ClaimConflict Conflict);
