namespace LlmAspects.Components.Retrieval;

/// <summary>What a retriever holds and has done, over all tenants.</summary>
/// <param name="Documents">The documents that can be found.</param>
/// <param name="Chunks">Their pieces.</param>
/// <param name="Queries">The queries answered.</param>
/// <param name="EmptyQueries">The queries among them that found nothing.</param>
public sealed record RetrieverStatistics(int Documents, int Chunks, long Queries, long EmptyQueries);
