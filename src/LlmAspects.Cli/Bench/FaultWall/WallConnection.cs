using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Ends connections in ways that HTTP does not foresee.</summary>
internal static class WallConnection
{
    // A client that leaves the connection half open is not waited for any longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sends a reset segment at once.</summary>
    public static Task ResetAsync(HttpContext context)
    {
        SocketOf(context).LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Closes in order (FIN) what was sent so far, without the end that the body needs.</summary>
    public static async Task CloseAsync(HttpContext context, TimeProvider time)
    {
        SocketOf(context).Shutdown(SocketShutdown.Send);
        await Task.Delay(Patience, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static Socket SocketOf(HttpContext context) => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
