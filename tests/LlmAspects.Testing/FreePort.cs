using System.Net;
using System.Net.Sockets;

namespace LlmAspects.Testing;

/// <summary>Ports of this machine on which nobody listens.</summary>
public static class FreePort
{
    /// <summary>Finds one. Another program may take it before it is used.</summary>
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
