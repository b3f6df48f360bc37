using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace LlmAspects.AspNetCore;

/// <summary>Tells a browser that the report has changed, at most once every two seconds, until it or the host goes.</summary>
internal sealed class LiveEvents(ReportVersion version, TimeProvider timeProvider, IHostApplicationLifetime lifetime)
{
    internal const string Changed = "changed";
    internal const string Heartbeat = "heartbeat";
    private const int TicksToHeartbeat = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    public async Task WriteAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await TypedResults.ServerSentEvents(ReadAsync(ending.Token)).ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>Begins with a change, so that a browser that comes back catches up; ends quietly.</summary>
    internal async IAsyncEnumerable<SseItem<string>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        var last = version.Read();
        yield return Event(Changed, last);
        var quiet = 0;
        while (await TickAsync(timer, cancellationToken).ConfigureAwait(false))
        {
            var current = version.Read();
            if (current != last)
            {
                (last, quiet) = (current, 0);
                yield return Event(Changed, current);
            }
            else if (++quiet % TicksToHeartbeat == 0)
            {
                // A write is how the server notices that a browser has gone.
                yield return Event(Heartbeat, current);
            }
        }
    }

    private static SseItem<string> Event(string type, long value) => new(value.ToString(CultureInfo.InvariantCulture), type) { ReconnectionInterval = Interval };

    private static async ValueTask<bool> TickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
