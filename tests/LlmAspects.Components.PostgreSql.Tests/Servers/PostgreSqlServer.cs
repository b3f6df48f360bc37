using System.Text.Json;
using LlmAspects.Testing;
using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests.Servers;

/// <summary>A PostgreSQL of the tests' own, which keeps everything in memory. Tests part their tables by a schema.</summary>
/// <remarks>It has one session for all connections and shares it by transactions: what runs at the same time must be in one.</remarks>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private ServerProcess? _process;

    /// <summary>The port.</summary>
    public int Port { get; private set; }

    /// <summary>The one connection that most tests use.</summary>
    public NpgsqlDataSource DataSource { get; private set; } = null!;

    /// <summary>Whether the server has pgvector. The default is <see langword="true"/>.</summary>
    public bool HasVectors { get; init; } = true;

    /// <summary>How it is reached; one connection at a time.</summary>
    /// <param name="port">A port that leads to the server.</param>
    public static string ConnectionString(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Database = "postgres",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        NoResetOnClose = true,
        MaxPoolSize = 1,
        // The server takes no request to cancel; the driver need not wait for what comes of it.
        CancellationTimeout = -1,
    }.ToString();

    public static NpgsqlDataSource Connect(int port) => NpgsqlDataSource.Create(ConnectionString(port));

    public async Task InitializeAsync()
    {
        if (Tool.Pglite.Missing is not null)
        {
            return;
        }

        _process = ServerProcess.Start(Tool.Pglite, ["--port=0", "--max-connections=20", .. HasVectors ? ["--extensions=@electric-sql/pglite-pgvector:vector"] : Array.Empty<string>()]);
        string address = await _process.EventuallyAsync("postgresql", () => Task.FromResult(_process.Said("PGLiteSocketServer listening on ")));
        using var parsed = JsonDocument.Parse(address);
        Port = parsed.RootElement.GetProperty("port").GetInt32();
        DataSource = Connect(Port);
    }

    /// <summary>Runs statements, one after the other.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using NpgsqlCommand command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await (DataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
            await _process.DisposeAsync();
        }
    }
}
