namespace LlmAspects.Components.PostgreSql;

/// <summary>What a store holds, over all tenants.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Pieces">Their pieces.</param>
/// <param name="Dimensions">The dimensions of the embeddings; <see langword="null"/> as long as no document with embeddings was stored.</param>
public sealed record PostgreSqlStoreStatistics(long Documents, long Pieces, int? Dimensions);
