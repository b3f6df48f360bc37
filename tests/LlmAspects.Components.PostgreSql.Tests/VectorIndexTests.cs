using LlmAspects.Components.Chunking;
using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;
using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests;

/// <summary>Enough pieces for the database to prefer the index.</summary>
[Collection(PostgreSqlGroup.Name)]
public sealed class VectorIndexTests(PostgreSqlServer server)
{
    private const int Dimensions = 16;
    private const int Documents = 20;
    private const int PiecesOfADocument = 100;

    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"index_{Guid.NewGuid():n}" };

    [FactWithPostgreSql]
    public async Task Search_AsksTheIndexAndFindsNearlyAll()
    {
        PostgreSqlRetrievalStore approximate = await FillAsync();
        PostgreSqlRetrievalStore exact = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options with { ComparesAll = true });
        string.Join('\n', await AskAsync("EXPLAIN ", condition: null, top: 10)).ShouldContain("Index Scan using pieces_embedding");

        var random = new Random(3);
        int hits = 0;
        for (int i = 0; i < 20; i++)
        {
            float[] query = Direction(random);
            IReadOnlyList<RetrievedChunk> expected = await exact.FindNearestAsync(query, 10);
            expected.Count.ShouldBe(10);
            hits += (await approximate.FindNearestAsync(query, 10)).Intersect(expected).Count();
        }

        hits.ShouldBeGreaterThanOrEqualTo(190);
    }

    [FactWithPostgreSql]
    public async Task RareDocument_IsFoundWhole()
    {
        PostgreSqlRetrievalStore store = await FillAsync();

        IReadOnlyList<RetrievedChunk> found = await store.FindNearestAsync(Direction(new Random(4)), 50, filter: MetadataFilter.Equal("number", "7"));

        found.Count.ShouldBe(50);
        found.ShouldAllBe(chunk => chunk.DocumentId == "d07");
    }

    [FactWithPostgreSql]
    public async Task IndexThatGivesUp_DoesNotMakeTheResultShorter()
    {
        PostgreSqlRetrievalStore store = await FillAsync();
        await server.ExecuteAsync(
            "SET hnsw.max_scan_tuples = 1; SET hnsw.iterative_scan = strict_order; SET hnsw.ef_search = 100; SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");
        try
        {
            // What the index alone comes back with.
            (await AskAsync("", "d.metadata @> '{\"number\": {\"s\": \"7\"}}'", PiecesOfADocument)).Count.ShouldBeLessThan(PiecesOfADocument);

            IReadOnlyList<RetrievedChunk> found = await store.FindNearestAsync(Direction(new Random(2)), PiecesOfADocument, filter: MetadataFilter.Equal("number", "7"));

            found.Count.ShouldBe(PiecesOfADocument);
        }
        finally
        {
            await server.ExecuteAsync("RESET hnsw.max_scan_tuples; RESET hnsw.iterative_scan; RESET hnsw.ef_search; RESET enable_seqscan; RESET enable_sort; RESET enable_bitmapscan");
        }
    }

    [FactWithPostgreSql]
    public async Task MoreDimensionsThanAnIndexTakes_AreCompared()
    {
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options);
        float[] embedding = new float[StoreSql.MaxIndexedDimensions + 1];
        embedding[^1] = 1;
        await store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [new TextChunk(0, 1)], [embedding]));

        (await store.FindNearestAsync(embedding, 1)).ShouldHaveSingleItem().Score.ShouldBe(1, 1e-6);
        (await server.ReadAsync<long>($"SELECT count(*) FROM pg_indexes WHERE schemaname = '{_options.Schema}' AND indexname = 'pieces_embedding'")).ShouldBe(0);
    }

    // All point into the same half of the space, so that every piece has a cosine above 0.
    private static float[] Direction(Random random) => [.. Enumerable.Range(0, Dimensions).Select(_ => random.NextSingle() + 0.01f)];

    private async Task<PostgreSqlRetrievalStore> FillAsync()
    {
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options);
        var random = new Random(1);
        for (int number = 0; number < Documents; number++)
        {
            var document = new SourceDocument($"d{number:00}", new string('x', PiecesOfADocument)) { Metadata = new Dictionary<string, string> { ["number"] = $"{number}" } };
            await store.PutAsync(new StoredDocument(
                document,
                [.. Enumerable.Range(0, PiecesOfADocument).Select(start => new TextChunk(start, 1))],
                [.. Enumerable.Range(0, PiecesOfADocument).Select(_ => (ReadOnlyMemory<float>)Direction(random))]));
        }

        // A server does that by itself, later.
        await server.ExecuteAsync("ANALYZE");
        return store;
    }

    /// <summary>Runs the statement of a search and returns the first column.</summary>
    private async Task<List<string>> AskAsync(string before, string? condition, int top)
    {
        await using NpgsqlConnection connection = await server.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(before + new StoreSql(_options.Schema).FindNearest(condition, comparesAll: false), connection)
        {
            Parameters = { new() { Value = Array.Empty<byte>() }, new() { Value = Direction(new Random(2)) }, new() { Value = top } },
        };
        var rows = new List<string>();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }
}
