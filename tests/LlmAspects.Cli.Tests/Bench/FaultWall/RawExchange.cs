using System.Net.Sockets;
using System.Text;

namespace LlmAspects.Cli.Tests.Bench.FaultWall;

/// <summary>What a socket received for one request, and how it ended.</summary>
/// <param name="Text">Everything up to the end, with the framing of HTTP.</param>
/// <param name="Error">The error that ended it; <see langword="null"/> for an orderly close.</param>
internal sealed record RawExchange(string Text, SocketError? Error)
{
    /// <summary>Sends a chat request and reads until the server closes.</summary>
    public static async Task<RawExchange> PostAsync(Uri endpoint, string body)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endpoint.Host, endpoint.Port);
        string head = $"POST {endpoint.AbsolutePath}/chat/completions HTTP/1.1\r\nHost: wall\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        await socket.SendAsync(Encoding.UTF8.GetBytes(head + body));
        using var received = new MemoryStream();
        byte[] buffer = new byte[4096];
        try
        {
            for (int count; (count = await socket.ReceiveAsync(buffer)) > 0;)
            {
                received.Write(buffer, 0, count);
            }
        }
        catch (SocketException error)
        {
            return new RawExchange(Encoding.UTF8.GetString(received.ToArray()), error.SocketErrorCode);
        }

        return new RawExchange(Encoding.UTF8.GetString(received.ToArray()), null);
    }
}
