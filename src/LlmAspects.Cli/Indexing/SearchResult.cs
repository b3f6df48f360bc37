namespace LlmAspects.Cli.Indexing;

/// <summary>What a search found.</summary>
/// <param name="Query">The words that were searched for.</param>
/// <param name="Index">The file of the index.</param>
/// <param name="Documents">How many files it holds.</param>
/// <param name="Hits">The pieces, best first.</param>
internal sealed record SearchResult(string Query, string Index, int Documents, IReadOnlyList<SearchHit> Hits);
