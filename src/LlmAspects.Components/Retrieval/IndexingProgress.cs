namespace LlmAspects.Components.Retrieval;

/// <summary>How far the indexing of many documents has come.</summary>
/// <param name="Documents">The documents that this call has added.</param>
/// <param name="Chunks">The pieces that this call has added.</param>
/// <param name="DocumentId">The document added last.</param>
public readonly record struct IndexingProgress(int Documents, int Chunks, string DocumentId);
