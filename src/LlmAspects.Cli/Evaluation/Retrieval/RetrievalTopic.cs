namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>A query of a test collection.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Relevance">How relevant documents are, by id; what is not named or not above 0 is irrelevant.</param>
internal sealed record RetrievalTopic(string Id, string Text, IReadOnlyDictionary<string, int> Relevance)
{
    /// <summary>The documents that answer the query.</summary>
    public int Relevant { get; } = Relevance.Values.Count(static grade => grade > 0);
}
