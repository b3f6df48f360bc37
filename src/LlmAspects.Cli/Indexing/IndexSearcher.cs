using LlmAspects.Cli.Documents;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Sqlite;
using Microsoft.Extensions.VectorData;

namespace LlmAspects.Cli.Indexing;

/// <summary>Searches the file of an index.</summary>
internal static class IndexSearcher
{
    /// <summary>Loads the index and asks it.</summary>
    /// <param name="file">The file of the index.</param>
    /// <param name="options">What is searched for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CliException">Vectors are asked for, and the index has none.</exception>
    public static async Task<SearchResult> SearchAsync(string file, SearchOptions options, CancellationToken cancellationToken)
    {
        using var store = SqliteRetrievalStore.Open(file);
        List<StoredEntry> entries = await EntriesAsync(store, cancellationToken).ConfigureAwait(false);
        bool byVectors = options.Strategy != RetrievalStrategy.Bm25;
        if (byVectors && !entries.TrueForAll(IndexRecipe.HasVectors))
        {
            throw new CliException($"Not every file of the index '{file}' has vectors. Run llmaspects index FOLDER --vectors, or search with --strategy words.", ExitCodes.Usage);
        }

        using FeatureHashingEmbeddingGenerator? embedder = byVectors ? new() : null;
        var retriever = new ContextRetriever(new SemanticChunker(), embedder: embedder, store: store);
        await retriever.LoadAsync(cancellationToken).ConfigureAwait(false);
        var query = new RetrievalQuery(options.Query) { Top = options.Top, Strategy = options.Strategy, Filter = options.Filter.For(entries) };
        IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(query, cancellationToken).ConfigureAwait(false);
        return new SearchResult(options.Query, file, entries.Count, await HitsAsync(retriever, found, options.Query, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<List<StoredEntry>> EntriesAsync(SqliteRetrievalStore store, CancellationToken cancellationToken)
    {
        var entries = new List<StoredEntry>();
        await foreach (StoredEntry entry in store.ReadEntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(IndexRecipe.RootOf(entry) is not null ? entry : throw new InvalidDataException("it holds documents that another program stored"));
        }

        return entries;
    }

    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(ContextRetriever retriever, IReadOnlyList<RetrievedChunk> found, string query, CancellationToken cancellationToken)
    {
        using VectorStoreCollection<string, RetrievalRecord> documents = retriever.AsVectorStoreCollection("");
        var hits = new List<SearchHit>();
        foreach (RetrievedChunk chunk in found)
        {
            RetrievalRecord document = (await documents.GetAsync(chunk.DocumentId, cancellationToken: cancellationToken).ConfigureAwait(false))!;
            hits.Add(ToHit(hits.Count + 1, chunk, document.Text, query));
        }

        return hits;
    }

    private static SearchHit ToHit(int rank, RetrievedChunk chunk, string text, string query)
    {
        int start = chunk.Start + chunk.Text.Length - chunk.Text.AsSpan().TrimStart().Length;
        int end = chunk.Start + chunk.Text.AsSpan().TrimEnd().Length;
        int startLine = text.AsSpan(0, start).Count('\n') + 1;
        return new SearchHit(
            rank, chunk.DocumentId, startLine, startLine + text.AsSpan(start..end).Count('\n'), chunk.Start, chunk.End, chunk.Score, chunk.HeaderPath,
            HtmlText.IsHtml(chunk.DocumentId), Snippet.Of(chunk.Text, query), chunk.Text);
    }
}
