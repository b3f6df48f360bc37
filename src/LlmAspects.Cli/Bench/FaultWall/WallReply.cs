using System.Text;
using Microsoft.AspNetCore.Http;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Sends answers, whole or broken as a rule says. Thread-safe.</summary>
/// <param name="answer">What a healthy model says.</param>
/// <param name="time">The clock of delays.</param>
internal sealed class WallReply(string answer, TimeProvider time)
{
    // How much of a plain body arrives before it is cut.
    private const double SentPart = 0.6;

    /// <summary>Sends an error body.</summary>
    public static Task SendErrorAsync(HttpContext context, int status, int? retryAfter, WallError error)
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        return WriteWholeAsync(context, WallJson.Error(error));
    }

    /// <summary>Sends a plain answer.</summary>
    public async Task SendAsync(HttpContext context, BenchTimes times, WallRequest request, WallRule rule)
    {
        byte[] body = WallJson.Completion(request, WallText.Continue(answer, request.Prefill), time.GetUtcNow());
        await PauseAsync(context, times.Of(rule.Delay)).ConfigureAwait(false);
        switch (rule)
        {
            case { BadEvent: { } broken }:
                await WriteWholeAsync(context, Encoding.UTF8.GetBytes(broken)).ConfigureAwait(false);
                break;
            case { StopAfter: not null }:
                await WritePartAsync(context, body, (int)(body.Length * SentPart)).ConfigureAwait(false);
                await WallConnection.CloseAsync(context, time).ConfigureAwait(false);
                break;
            case { PauseAfter: not null }:
                await WritePartAsync(context, body, 0).ConfigureAwait(false);
                await PauseAsync(context, times.Of(rule.Seconds)).ConfigureAwait(false);
                await WallConnection.CloseAsync(context, time).ConfigureAwait(false);
                break;
            default:
                await WriteWholeAsync(context, body).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Streams an answer by server-sent events.</summary>
    public async Task StreamAsync(HttpContext context, BenchTimes times, WallRequest request, WallRule rule)
    {
        var events = new WallEvents(context.Response, request.Model, time.GetUtcNow());
        await events.StartAsync(context.RequestAborted).ConfigureAwait(false);
        await PauseAsync(context, times.Of(rule.Delay)).ConfigureAwait(false);
        await events.SendRoleAsync(context.RequestAborted).ConfigureAwait(false);
        IReadOnlyList<string> words = WallText.PiecesOf(WallText.Continue(answer, request.Prefill));
        for (int sent = 0; sent < words.Count; sent++)
        {
            if (sent == rule.BadEventAfter)
            {
                await events.SendAsync(rule.BadEvent!, context.RequestAborted).ConfigureAwait(false);
            }

            if (sent == rule.PauseAfter || sent == rule.StopAfter)
            {
                await PauseAsync(context, times.Of(rule.Seconds)).ConfigureAwait(false);
                await WallConnection.CloseAsync(context, time).ConfigureAwait(false);
                return;
            }

            await PauseAsync(context, sent == 0 ? TimeSpan.Zero : times.PerWord).ConfigureAwait(false);
            await events.SendWordAsync(words[sent], context.RequestAborted).ConfigureAwait(false);
        }

        await events.EndAsync(request, words.Count, rule.OmitDone, context.RequestAborted).ConfigureAwait(false);
    }

    private Task PauseAsync(HttpContext context, TimeSpan duration) =>
        duration > TimeSpan.Zero ? Task.Delay(duration, time, context.RequestAborted) : Task.CompletedTask;

    private static Task WriteWholeAsync(HttpContext context, byte[] body) => WritePartAsync(context, body, body.Length);

    private static async Task WritePartAsync(HttpContext context, byte[] body, int length)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.WriteAsync(body.AsMemory(0, length), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
