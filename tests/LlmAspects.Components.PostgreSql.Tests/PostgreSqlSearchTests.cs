using LlmAspects.Components.Chunking;
using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.PostgreSql.Tests;

[Collection(PostgreSqlGroup.Name)]
public sealed class PostgreSqlSearchTests(PostgreSqlServer server)
{
    private static readonly string[] Words = ["retry", "token", "budget", "cache", "router", "failover", "chunk", "index", "query", "vector", "stream", "prompt"];

    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"search_{Guid.NewGuid():n}" };

    [FactWithPostgreSql]
    public async Task Pieces_AreThoseOfTheRetrieverInMemory()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        var generator = new FeatureHashingEmbeddingGenerator();
        var inMemory = new ContextRetriever(new SemanticChunker(options: new ChunkingOptions { MaxLength = 120 }), embedder: generator, store: store);
        var random = new Random(7);
        await inMemory.AddDocumentsAsync(Enumerable.Range(0, 25).Select(number => new SourceDocument($"d{number:00}.md", $"# Ü{number}\n{Sentences(random, 6)}\n## Part\n{Sentences(random, 6)}") { Title = number % 2 == 0 ? $"T{number}" : null, Tenant = number % 5 == 0 ? "other" : "" }));

        for (int i = 0; i < 25; i++)
        {
            var query = new RetrievalQuery(Sentences(random, 1)) { Top = 8, Strategy = RetrievalStrategy.Vector, Tenant = i % 5 == 0 ? "other" : "" };
            IReadOnlyList<RetrievedChunk> expected = await inMemory.RetrieveAsync(query);
            IReadOnlyList<RetrievedChunk> found = await store.FindNearestAsync((await generator.GenerateAsync([query.Text]))[0].Vector, query.Top, query.Tenant);

            // Both compute with other precision: scores that differ by less are in any order, and any of those at the end is there.
            found.Select(Rounded).Select(chunk => chunk.Score).ShouldBe(expected.Select(Rounded).Select(chunk => chunk.Score));
            AboveTheLast(found).ShouldBe(AboveTheLast(expected));
            found.Select(chunk => chunk.Score).ShouldBe(found.Select(chunk => chunk.Score).OrderDescending());
        }
    }

    [FactWithPostgreSql]
    public async Task Tenants_NeverMeet()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        await store.PutAsync(Embedded("a", "mine", [1, 0], tenant: "t"));
        await store.PutAsync(Embedded("a", "theirs", [1, 0], tenant: "u"));
        float[] query = [1, 0];

        (await store.FindNearestAsync(query, 5, "t")).ShouldHaveSingleItem().Text.ShouldBe("mine");
        (await store.FindNearestAsync(query, 5, "u")).ShouldHaveSingleItem().Text.ShouldBe("theirs");
        (await store.FindNearestAsync(query, 5)).ShouldBeEmpty();
        (await store.FindNearestAsync(query, 5, "T")).ShouldBeEmpty();
    }

    [FactWithPostgreSql]
    public async Task Pieces_AreOrderedByTheCosine()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        await store.PutAsync(Embedded("far", "x", [0.1f, 1]));
        await store.PutAsync(Embedded("z", "x", [1, 1]));
        await store.PutAsync(Embedded("long", "x", [1e10f, 0]));
        await store.PutAsync(Embedded("b", "x", [2, 2]));
        await store.PutAsync(Embedded("away", "x", [-1, 0]));
        await store.PutAsync(Embedded("nowhere", "x", [0, 0]));
        await store.PutAsync(new StoredDocument(new SourceDocument("none", "x"), [new TextChunk(0, 1)], []));
        float[] query = [1e-10f, 0];

        IReadOnlyList<RetrievedChunk> found = await store.FindNearestAsync(query, 10);

        found.Select(chunk => chunk.DocumentId).ShouldBe(["long", "b", "z", "far"]);
        found.Select(chunk => Math.Round(chunk.Score, 3)).ShouldBe([1, 0.707, 0.707, 0.1]);
        found.ShouldAllBe(chunk => chunk.Source == "vector");
        float[] withoutDirection = [0, 0];
        (await store.FindNearestAsync(withoutDirection, 10)).ShouldBeEmpty();
    }

    [FactWithPostgreSql]
    public async Task EqualPieces_AreCutByTheirIds()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        float[] query = [1, 0];
        foreach (string id in new[] { "c", "a", "d", "b" })
        {
            await store.PutAsync(new StoredDocument(new SourceDocument(id, "xy"), [new TextChunk(1, 1), new TextChunk(0, 1)], [query, query]));
        }

        (await store.FindNearestAsync(query, 5)).Select(chunk => $"{chunk.DocumentId}{chunk.Start}").ShouldBe(["a0", "a1", "b0", "b1", "c0"]);
    }

    [FactWithPostgreSql]
    public async Task StoreWithoutEmbeddings_FindsNothing()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        await store.PutAsync(new StoredDocument(new SourceDocument("none", "x"), [new TextChunk(0, 1)], []));
        float[] query = [1, 0];

        (await store.FindNearestAsync(query, 10)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await store.FindNearestAsync(query, 0));
    }

    [FactWithPostgreSql]
    public async Task Filters_LetThroughWhatTheyDoInMemory()
    {
        PostgreSqlRetrievalStore store = await OpenAsync();
        string[] values = ["2024", "2025.5", "-1", "1e3", " 7 ", "Infinity", "-Infinity", "NaN", "1E400", "5E-324", "x", "X", "", "'", "\"", "\\", "\0", "\\0000", "\ud83d", "$1"];
        SourceDocument[] documents = [.. values.Select((value, number) => new SourceDocument($"d{number}", "x") { Metadata = new Dictionary<string, string> { ["k"] = value, [value] = "here" } }), new SourceDocument("bare", "x")];
        float[] query = [1, 1];
        foreach (SourceDocument document in documents)
        {
            await store.PutAsync(new StoredDocument(document, [new TextChunk(0, 1)], [query]));
        }

        foreach (MetadataFilter filter in Filters(values))
        {
            IReadOnlyList<RetrievedChunk> found = await store.FindNearestAsync(query, 100, filter: filter);
            found.Select(chunk => chunk.DocumentId).Order(StringComparer.Ordinal)
                .ShouldBe(documents.Where(document => filter.Matches(document.Metadata)).Select(document => document.Id).Order(StringComparer.Ordinal), filter.ToString());
        }
    }

    private static IEnumerable<MetadataFilter> Filters(string[] values)
    {
        MetadataFilter[] plain =
        [
            .. values.Select(value => MetadataFilter.Equal("k", value)),
            .. values.Select(MetadataFilter.Exists),
            MetadataFilter.AnyOf("k"),
            MetadataFilter.AnyOf("k", "x", "2024", "'; DROP SCHEMA x; --"),
            MetadataFilter.Exists("K"),
            MetadataFilter.InRange("k", null, null),
            MetadataFilter.InRange("k", 0, 2_024),
            MetadataFilter.InRange("k", double.PositiveInfinity, null),
            MetadataFilter.InRange("k", null, -1),
            MetadataFilter.InRange("k", double.NaN, null),
            MetadataFilter.InRange("k", null, double.NaN),
            MetadataFilter.InRange("other", null, null),
            MetadataFilter.All(),
            MetadataFilter.Any(),
        ];
        return
        [
            .. plain,
            .. plain.Select(MetadataFilter.Not),
            MetadataFilter.All(MetadataFilter.Exists("k"), MetadataFilter.Not(MetadataFilter.InRange("k", null, null))),
            MetadataFilter.Any(MetadataFilter.Equal("k", "x"), MetadataFilter.All(MetadataFilter.InRange("k", 0, null), MetadataFilter.Exists("2024"))),
        ];
    }

    private static string Sentences(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => $"The {Words[random.Next(Words.Length)]} of a {Words[random.Next(Words.Length)]} has a {Words[random.Next(Words.Length)]} {random.Next(1_000)}."));

    private static RetrievedChunk Rounded(RetrievedChunk chunk) => chunk with { Score = Math.Round(chunk.Score, 4) };

    private static IEnumerable<RetrievedChunk> AboveTheLast(IReadOnlyList<RetrievedChunk> chunks) =>
        chunks.Select(Rounded).Where(chunk => chunk.Score > Rounded(chunks[^1]).Score).OrderBy(chunk => chunk.DocumentId, StringComparer.Ordinal).ThenBy(chunk => chunk.Start);

    private static StoredDocument Embedded(string id, string text, float[] embedding, string tenant = "") =>
        new(new SourceDocument(id, text) { Tenant = tenant }, [new TextChunk(0, text.Length)], [embedding]);

    private Task<PostgreSqlRetrievalStore> OpenAsync() => PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options);
}
