using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tests.Retrieval;
using Microsoft.Data.Sqlite;

namespace LlmAspects.Components.Sqlite.Tests;

public sealed class SqliteRetrievalStoreTests : RetrievalStoreContract, IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly SqliteRetrievalStore _store;

    public SqliteRetrievalStoreTests() => _store = SqliteRetrievalStore.Open(_file.Path);

    protected override IRetrievalStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task ClosedFile_OpensWithItsDocuments()
    {
        await _store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [], []));
        _store.Dispose();

        using var again = SqliteRetrievalStore.Open(_file.Path);

        (await ReadAsync(again)).Count.ShouldBe(1);
    }

    [Fact]
    public void FileOfALaterVersion_IsRefused()
    {
        Execute("PRAGMA user_version = 2");

        Should.Throw<NotSupportedException>(() => SqliteRetrievalStore.Open(_file.Path)).Message.ShouldContain("version 2");
    }

    [Theory]
    [InlineData("UPDATE documents SET pieces = 'nonsense'")]
    [InlineData("UPDATE documents SET metadata = 'null'")]
    [InlineData("UPDATE documents SET embeddings = x'0500000000'")]
    public async Task DamagedRow_IsNamedAsThat(string damage)
    {
        await _store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [], []));
        Execute(damage);

        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(_store));
    }

    [Fact]
    public void OtherFile_IsRefused()
    {
        string path = _file.Path + ".txt";
        File.WriteAllText(path, new string('x', 5_000));

        Should.Throw<SqliteException>(() => SqliteRetrievalStore.Open(path));
    }

    [Fact]
    public async Task Entries_AreTheDocumentsWithoutTheirTexts()
    {
        await _store.PutAsync(new StoredDocument(new SourceDocument("b", "x") { Tenant = "t" }, [], []));
        await _store.PutAsync(new StoredDocument(new SourceDocument("a", "x") { Metadata = new Dictionary<string, string> { ["k"] = "v" } }, [], []));
        Execute("UPDATE documents SET pieces = 'nonsense', embeddings = x'05'");

        var entries = new List<StoredEntry>();
        await foreach (StoredEntry entry in _store.ReadEntriesAsync())
        {
            entries.Add(entry);
        }

        entries.Select(static entry => (entry.Tenant, entry.Id, entry.Metadata.GetValueOrDefault("k"))).ShouldBe([("", "a", "v"), ("t", "b", null)]);
    }

    [Fact]
    public void DatabaseOfSomethingElse_IsRefusedAndStaysAsItWas()
    {
        string path = _file.Path + ".other";
        Execute("CREATE TABLE bookmarks (url TEXT)", path);
        byte[] bytes = File.ReadAllBytes(path);

        Should.Throw<NotSupportedException>(() => SqliteRetrievalStore.Open(path)).Message.ShouldContain("something else");

        File.ReadAllBytes(path).ShouldBe(bytes);
    }

    private static async Task<List<StoredDocument>> ReadAsync(SqliteRetrievalStore store)
    {
        var documents = new List<StoredDocument>();
        await foreach (StoredDocument document in store.ReadAllAsync())
        {
            documents.Add(document);
        }

        return documents;
    }

    private void Execute(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? _file.Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
