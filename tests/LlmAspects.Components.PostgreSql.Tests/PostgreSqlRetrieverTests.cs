using LlmAspects.Components.Chunking;
using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;
using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests;

[Collection(PostgreSqlGroup.Name)]
public sealed class PostgreSqlRetrieverTests(PostgreSqlServer server)
{
    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"retriever_{Guid.NewGuid():n}" };

    [FactWithPostgreSql]
    public async Task DocumentOfOneProcess_IsFoundByAnother()
    {
        await using NpgsqlDataSource otherSource = PostgreSqlServer.Connect(server.Port);
        PostgreSqlRetriever one = await CreateAsync(server.DataSource);
        PostgreSqlRetriever other = await CreateAsync(otherSource);
        const string Text = "# Retry\nA failed call is retried with a delay.\n# Tokens\nTokens are counted before a request is sent.";

        (await one.AddDocumentAsync(new SourceDocument("a.md", Text))).ShouldBe(2);

        RetrievedChunk found = (await other.RetrieveAsync(new RetrievalQuery("how is a failed call retried")))[0];
        (found.DocumentId, found.HeaderPath, found.Source).ShouldBe(("a.md", "Retry", "vector"));
        Text[found.Start..found.End].ShouldBe(found.Text);
        (await other.RemoveDocumentAsync("a.md")).ShouldBeTrue();
        (await one.RetrieveAsync(new RetrievalQuery("how is a failed call retried"))).ShouldBeEmpty();
        (await one.RemoveDocumentAsync("a.md")).ShouldBeFalse();
    }

    [FactWithPostgreSql]
    public async Task PiecesThatTouch_AreJoined()
    {
        PostgreSqlRetriever retriever = await CreateAsync(server.DataSource);
        const string Text = "# Retry\nA failed call is retried.\n# Delay\nA retried call has a delay.";
        await retriever.AddDocumentAsync(new SourceDocument("a.md", Text));
        var query = new RetrievalQuery("retried call") { Top = 1 };

        (await retriever.RetrieveAsync(query)).ShouldHaveSingleItem().Text.Length.ShouldBeLessThan(Text.Length);
        (await retriever.RetrieveAsync(query with { PassageLength = Text.Length })).ShouldHaveSingleItem().Text.ShouldBe(Text);
    }

    [FactWithPostgreSql]
    public async Task Statistics_CountTheStoreAndTheQueriesOfTheRetriever()
    {
        PostgreSqlRetriever retriever = await CreateAsync(server.DataSource);
        var told = new List<IndexingProgress>();

        (await retriever.AddDocumentsAsync([new("a", "apple"), new("b", "bridge") { Metadata = new Dictionary<string, string> { ["k"] = "v" } }], new Told(told))).ShouldBe(2);
        (await retriever.RetrieveAsync(new RetrievalQuery("apple bridge") { Filter = MetadataFilter.Equal("k", "v") })).ShouldHaveSingleItem().DocumentId.ShouldBe("b");
        (await retriever.RetrieveAsync(new RetrievalQuery("apple") { Tenant = "other" })).ShouldBeEmpty();

        told.Select(step => step.DocumentId).ShouldBe(["a", "b"]);
        (await retriever.GetStatisticsAsync()).ShouldBe(new RetrieverStatistics(2, 2, 2, 1));
    }

    [FactWithPostgreSql]
    public async Task CancelledIngest_KeepsWhatWasAdded()
    {
        PostgreSqlRetriever retriever = await CreateAsync(server.DataSource);
        using var cancellation = new CancellationTokenSource();

        IEnumerable<SourceDocument> Documents()
        {
            yield return new SourceDocument("a", "apple");
            cancellation.Cancel();
            yield return new SourceDocument("b", "bridge");
        }

        await Should.ThrowAsync<OperationCanceledException>(() => retriever.AddDocumentsAsync(Documents(), cancellationToken: cancellation.Token));

        (await retriever.RetrieveAsync(new RetrievalQuery("apple bridge"))).ShouldHaveSingleItem().DocumentId.ShouldBe("a");
    }

    [FactWithPostgreSql]
    public async Task WhatItCannotDo_IsRefused()
    {
        PostgreSqlRetriever retriever = await CreateAsync(server.DataSource);

        foreach (RetrievalStrategy strategy in new[] { RetrievalStrategy.Bm25, RetrievalStrategy.Hybrid })
        {
            await Should.ThrowAsync<NotSupportedException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("x") { Strategy = strategy }));
        }

        await Should.ThrowAsync<NotSupportedException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("x") { Diversity = 0.5 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("x") { Top = 0 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await retriever.RetrieveAsync(new RetrievalQuery("x") { PassageLength = -1 }));
        (await retriever.GetStatisticsAsync()).Queries.ShouldBe(0);
    }

    private async Task<PostgreSqlRetriever> CreateAsync(NpgsqlDataSource source) =>
        new(await PostgreSqlRetrievalStore.OpenAsync(source, _options), new SemanticChunker(options: new ChunkingOptions { MaxLength = 60 }), new FeatureHashingEmbeddingGenerator());

    private sealed class Told(List<IndexingProgress> steps) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => steps.Add(value);
    }
}
