namespace LlmAspects.Components.Retrieval;

/// <summary>The citations of an answer that are true.</summary>
/// <param name="Citations">Each lies in a retrieved piece, and its snippet is the text that stands there.</param>
/// <param name="Rejected">How many were removed because they do not.</param>
public sealed record VerifiedCitations(IReadOnlyList<DocumentCitation> Citations, int Rejected);
