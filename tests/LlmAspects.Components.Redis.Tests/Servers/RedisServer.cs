using LlmAspects.Testing;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests.Servers;

/// <summary>A Redis of the tests' own, which keeps nothing on disk. Tests part their keys by a prefix.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private ServerProcess? _process;

    /// <summary>Host and port.</summary>
    public string Address { get; } = $"127.0.0.1:{FreePort.Find()}";

    public ConnectionMultiplexer Connection { get; private set; } = null!;

    public IServer Server => Connection.GetServer(Address);

    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");

    public async Task InitializeAsync()
    {
        if (Tool.Redis.Missing is not null)
        {
            return;
        }

        _process = ServerProcess.Start(Tool.Redis, "--bind", "127.0.0.1", "--port", Address.Split(':')[1], "--save", "", "--appendonly", "no");
        Connection = await _process.EventuallyAsync<ConnectionMultiplexer>("redis", async () =>
        {
            try
            {
                return await ConnectAsync();
            }
            catch (RedisConnectionException)
            {
                // It does not listen yet.
                return null;
            }
        });
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await Connection.DisposeAsync();
            await _process.DisposeAsync();
        }
    }
}
