using LlmAspects.Components.Chunking;
using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tests.Retrieval;
using LlmAspects.Testing;
using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests;

/// <summary>The contract of stores against a real PostgreSQL, over one connection, and what this store adds.</summary>
[Collection(PostgreSqlGroup.Name)]
public sealed class PostgreSqlRetrievalStoreTests(PostgreSqlServer server) : RetrievalStoreContract, IAsyncLifetime
{
    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"Store_{Guid.NewGuid():n}" };
    private PostgreSqlRetrievalStore _store = null!;

    protected override IRetrievalStore Store => _store;

    public async Task InitializeAsync()
    {
        if (Tool.Pglite.Missing is null)
        {
            _store = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [FactWithPostgreSql]
    public async Task TokensAndOddMetadata_AreReadAsTheyWereStored()
    {
        var metadata = new Dictionary<string, string> { ["a\0\\"] = "\ud83d \\0041 \0", ["\udc00"] = "\ud83d\ude00", ["n"] = "NaN" };
        TextChunk[] pieces = [new(0, 1) { TokenCount = 7, HeaderPath = "\ud83d" }, new(1, 1)];
        await _store.PutAsync(new StoredDocument(new SourceDocument("a", "xy") { Metadata = metadata }, pieces, []));

        StoredDocument read = (await AllAsync(_store)).ShouldHaveSingleItem();

        read.Document.Metadata.ShouldBe(metadata, ignoreOrder: true);
        read.Pieces.ShouldBe(pieces);
    }

    [FactWithPostgreSql]
    public async Task MoreThanAPage_IsReadInOrder()
    {
        string[] ids = [.. Enumerable.Range(0, 70).Select(number => $"d{number:00}")];
        foreach (string id in ids.Reverse())
        {
            await _store.PutAsync(Plain(id, id));
        }

        (await AllAsync(_store)).Select(read => read.Document.Id).ShouldBe(ids);
    }

    [FactWithPostgreSql]
    public async Task DocumentsMayBeChangedWhileTheyAreRead()
    {
        await _store.PutAsync(Plain("a", "x"));
        await _store.PutAsync(Plain("b", "x"));

        // There is one connection: reading must not keep it.
        await foreach (StoredDocument read in _store.ReadAllAsync())
        {
            (await _store.RemoveAsync("", read.Document.Id)).ShouldBeTrue();
        }

        (await AllAsync(_store)).ShouldBeEmpty();
    }

    [FactWithPostgreSql]
    public async Task TwoInstances_SeeEachOthersDocuments()
    {
        await using NpgsqlDataSource otherSource = PostgreSqlServer.Connect(server.Port);
        PostgreSqlRetrievalStore other = await PostgreSqlRetrievalStore.OpenAsync(otherSource, _options);

        // The other one was opened before there were embeddings.
        await _store.PutAsync(Embedded("a", [1, 0]));
        (await other.FindNearestAsync(new float[] { 1, 0.1f }, 5)).ShouldHaveSingleItem().DocumentId.ShouldBe("a");
        await other.PutAsync(Embedded("b", [0, 1]));
        (await _store.FindNearestAsync(new float[] { 0.1f, 1 }, 1)).ShouldHaveSingleItem().DocumentId.ShouldBe("b");
        (await other.RemoveAsync("", "a")).ShouldBeTrue();
        (await AllAsync(_store)).ShouldHaveSingleItem().Document.Id.ShouldBe("b");
        (await _store.GetStatisticsAsync()).ShouldBe(new PostgreSqlStoreStatistics(1, 1, 2));
    }

    [FactWithPostgreSql]
    public async Task TwoSchemas_ShareNothing()
    {
        PostgreSqlRetrievalStore other = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, new PostgreSqlRetrievalOptions { Schema = $"other_{Guid.NewGuid():n}" });

        await _store.PutAsync(Embedded("a", [1, 0]));
        await other.PutAsync(Embedded("a", [1, 0, 0]));

        (await AllAsync(other)).Single().Embeddings[0].Length.ShouldBe(3);
        (await AllAsync(_store)).Single().Embeddings[0].Length.ShouldBe(2);
    }

    [FactWithPostgreSql]
    public async Task ManyThatOpenANewSchema_CreateItOnce()
    {
        var fresh = new PostgreSqlRetrievalOptions { Schema = $"fresh_{Guid.NewGuid():n}" };
        await using NpgsqlDataSource otherSource = PostgreSqlServer.Connect(server.Port);

        PostgreSqlRetrievalStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => PostgreSqlRetrievalStore.OpenAsync(i % 2 == 0 ? server.DataSource : otherSource, fresh)));

        await stores[0].PutAsync(Plain("a", "x"));
        (await AllAsync(stores[5])).Count.ShouldBe(1);
        (await server.ReadAsync<long>($"""SELECT count(*) FROM "{fresh.Schema}".version""")).ShouldBe(1);
    }

    [FactWithPostgreSql]
    public async Task WriteThatFailsInTheMiddle_LeavesTheDocumentAsItWas()
    {
        await _store.PutAsync(Plain("a", "old"));
        await server.ExecuteAsync($"""ALTER TABLE "{_options.Schema}".pieces ADD CHECK (start < 100)""");
        var refused = new StoredDocument(new SourceDocument("a", new string('x', 300)), [new TextChunk(0, 100), new TextChunk(100, 200)], []);

        (await Should.ThrowAsync<PostgresException>(async () => await _store.PutAsync(refused))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);

        StoredDocument read = (await AllAsync(_store)).ShouldHaveSingleItem();
        (read.Document.Text, read.Pieces.Count).ShouldBe(("old", 1));
    }

    [FactWithPostgreSql]
    public async Task LongestKey_IsStored()
    {
        // What can hardly be compressed, for the limit is one of the compressed key.
        var random = new Random(1);
        string id = new([.. Enumerable.Range(0, 1_249).Select(_ => (char)random.Next(0x100, 0xd7ff))]);

        await _store.PutAsync(new StoredDocument(new SourceDocument(id, "x") { Tenant = "t" }, [new TextChunk(0, 1)], []));

        (await AllAsync(_store)).ShouldHaveSingleItem().Document.Id.ShouldBe(id);
        await Should.ThrowAsync<ArgumentException>(async () => await _store.PutAsync(Plain(id + "xx", "x")));
    }

    [FactWithPostgreSql]
    public async Task EmbeddingsThatDoNotFit_AreRefused()
    {
        TextChunk[] pieces = [new(0, 1), new(1, 1)];
        ReadOnlyMemory<float>[][] refused = [[new[] { 1f }], [new[] { 1f }, new[] { 1f, 2f }], [new[] { 1f }, new[] { float.NaN }], [new[] { float.PositiveInfinity }, new[] { 1f }], [default, default]];
        foreach (ReadOnlyMemory<float>[] embeddings in refused)
        {
            await Should.ThrowAsync<ArgumentException>(async () => await _store.PutAsync(new StoredDocument(new SourceDocument("a", "xy"), pieces, embeddings)));
        }

        (await AllAsync(_store)).ShouldBeEmpty();
        (await _store.GetStatisticsAsync()).Dimensions.ShouldBeNull();
    }

    [FactWithPostgreSql]
    public async Task OtherDimensions_AreRefusedByBothNumbers()
    {
        await _store.PutAsync(Embedded("a", [1, 0, 0]));

        string message = (await Should.ThrowAsync<InvalidOperationException>(async () => await _store.PutAsync(Embedded("b", [1, 0])))).Message;
        message.ShouldContain("2 dimensions");
        message.ShouldContain($"\"{_options.Schema}\" 3");
        message = (await Should.ThrowAsync<InvalidOperationException>(async () => await _store.FindNearestAsync(new float[] { 1, 0, 0, 0 }, 1))).Message;
        message.ShouldContain("4 dimensions");
        message.ShouldContain($"\"{_options.Schema}\" 3");
        (await AllAsync(_store)).ShouldHaveSingleItem().Document.Id.ShouldBe("a");
    }

    [FactWithPostgreSql]
    public async Task FirstDocumentsAtOnce_AgreeOnDimensions()
    {
        await using NpgsqlDataSource otherSource = PostgreSqlServer.Connect(server.Port);
        PostgreSqlRetrievalStore[] stores = [_store, await PostgreSqlRetrievalStore.OpenAsync(otherSource, _options)];

        bool[] stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await stores[i % 2].PutAsync(Embedded($"d{i}", new float[2 + (i % 2)].Select(_ => 1f).ToArray()));
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));

        stored.Count(one => one).ShouldBe(4);
        (await AllAsync(_store)).Select(read => read.Embeddings[0].Length).Distinct().Count().ShouldBe(1);
    }

    [FactWithPostgreSql]
    public async Task DamagedRow_IsNamedAsThat()
    {
        foreach (string damage in new[] { """{"k": 1}""", """{"k": {"s": "\\12"}}""", "[]" })
        {
            await _store.PutAsync(Plain("a", "x"));
            await server.ExecuteAsync($"""UPDATE "{_options.Schema}".documents SET metadata = '{damage}'""");

            await Should.ThrowAsync<InvalidDataException>(() => AllAsync(_store));
        }

        ReadOnlyMemory<float> embedding = new float[] { 1 };
        await _store.PutAsync(new StoredDocument(new SourceDocument("a", "xy"), [new(0, 1), new(1, 1)], [embedding, embedding]));
        await server.ExecuteAsync($"""UPDATE "{_options.Schema}".pieces SET embedding = NULL WHERE number = 2""");
        await Should.ThrowAsync<InvalidDataException>(() => AllAsync(_store));
    }

    private static StoredDocument Plain(string id, string text) => new(new SourceDocument(id, text), [new TextChunk(0, text.Length)], []);

    private static StoredDocument Embedded(string id, float[] embedding) => new(new SourceDocument(id, id), [new TextChunk(0, id.Length)], [embedding]);

    private static async Task<List<StoredDocument>> AllAsync(PostgreSqlRetrievalStore store)
    {
        var documents = new List<StoredDocument>();
        await foreach (StoredDocument document in store.ReadAllAsync())
        {
            documents.Add(document);
        }

        return documents;
    }
}
