namespace LlmAspects.Components.Retrieval;

/// <summary>What pieces are ranked by.</summary>
public enum RetrievalStrategy
{
    /// <summary>The words of the query: BM25.</summary>
    Bm25,

    /// <summary>The cosine of the embeddings of query and piece, compared with every piece.</summary>
    Vector,

    /// <summary>Both, fused by their ranks.</summary>
    Hybrid,
}
