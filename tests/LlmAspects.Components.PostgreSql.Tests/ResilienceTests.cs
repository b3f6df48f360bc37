using LlmAspects.Components.PostgreSql.Tests.Servers;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests;

[Collection(PostgreSqlGroup.Name)]
public sealed class ResilienceTests(PostgreSqlServer server)
{
    private readonly PostgreSqlRetrievalOptions _options = new() { Schema = $"resilience_{Guid.NewGuid():n}" };

    [FactWithPostgreSql]
    public async Task ConnectionThatWasCut_IsMadeAgain()
    {
        await using var way = new CuttableConnection(server.Port);
        await using NpgsqlDataSource source = PostgreSqlServer.Connect(way.Port);
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(source, _options);
        float[] embedding = [1, 0];

        way.Cut();
        await store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [new(0, 1)], [embedding]));
        way.Cut();
        (await store.FindNearestAsync(embedding, 5)).ShouldHaveSingleItem().DocumentId.ShouldBe("a");
        way.Cut();
        (await store.RemoveAsync("", "a")).ShouldBeTrue();

        way.Accepted.ShouldBe(4);
    }

    [FactWithPostgreSql]
    public async Task ServerThatIsGone_IsTriedThreeTimes()
    {
        await using var way = new CuttableConnection(server.Port);
        await using NpgsqlDataSource source = PostgreSqlServer.Connect(way.Port);
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(source, _options);
        way.Cut();
        way.RefusesAll = true;

        NpgsqlException error = await Should.ThrowAsync<NpgsqlException>(async () => await store.RemoveAsync("", "a"));

        // The first attempt met the connection that was there before.
        error.IsTransient.ShouldBeTrue();
        way.Accepted.ShouldBe(3);
    }

    [FactWithPostgreSql]
    public async Task WorkThatIsRefused_IsNotTriedAgain()
    {
        // A second attempt would wait for ever: this clock stands still.
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(server.DataSource, _options, new FakeTimeProvider());
        await server.ExecuteAsync($"""DROP TABLE "{_options.Schema}".pieces""");

        Task put = store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [], [])).AsTask();

        (await Should.ThrowAsync<PostgresException>(() => put.WaitAsync(TimeSpan.FromMinutes(1)))).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
    }

    [FactWithPostgreSql]
    public async Task CancelledWhileItWaits_LeavesNothing()
    {
        await using var way = new CuttableConnection(server.Port);

        // This server does not answer to a request to cancel: the driver waits for the end of the command instead.
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(PostgreSqlServer.ConnectionString(way.Port) + ";Command Timeout=1");
        PostgreSqlRetrievalStore store = await PostgreSqlRetrievalStore.OpenAsync(source, _options);
        using var cancellation = new CancellationTokenSource();
        await using (NpgsqlConnection busy = await server.DataSource.OpenConnectionAsync())
        {
            // The session of the server belongs to this transaction until it ends.
            await using NpgsqlTransaction transaction = await busy.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("SELECT 1", busy);
            await command.ExecuteScalarAsync();

            Task put = store.PutAsync(new StoredDocument(new SourceDocument("a", "x"), [], []), cancellation.Token).AsTask();
            put.IsCompleted.ShouldBeFalse();

            // Nor does it close the connection over which it was asked, as others do.
            way.RefusesAll = true;
            await cancellation.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(() => put);
        }

        way.RefusesAll = false;
        (await store.GetStatisticsAsync()).Documents.ShouldBe(0);
    }
}
