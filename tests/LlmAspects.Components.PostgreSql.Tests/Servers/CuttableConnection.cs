using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LlmAspects.Components.PostgreSql.Tests.Servers;

/// <summary>A port that leads to a server, until the connections are cut; new ones lead there again.</summary>
internal sealed class CuttableConnection : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly Task _accepting;
    private readonly int _target;
    private int _accepted;
    private volatile bool _refusesAll;

    public CuttableConnection(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were made.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Whether new connections are closed at once.</summary>
    public bool RefusesAll
    {
        get => _refusesAll;
        set => _refusesAll = value;
    }

    /// <summary>Closes every connection that there is.</summary>
    public void Cut()
    {
        while (_sockets.TryTake(out Socket? socket))
        {
            socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var pumps = new List<Task>();
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _accepted);
                if (RefusesAll)
                {
                    client.Dispose();
                    continue;
                }

                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                _sockets.Add(client);
                _sockets.Add(server);
                await server.ConnectAsync(IPAddress.Loopback, _target);
                pumps.Add(PumpAsync(client, server));
                pumps.Add(PumpAsync(server, client));
            }
        }
        catch (SocketException)
        {
            // The listener has stopped.
        }

        await Task.WhenAll(pumps);
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var target = new NetworkStream(to);
            await source.CopyToAsync(target);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // It was cut.
        }

        // Whoever stands at the other end hears of it.
        to.Dispose();
    }
}
