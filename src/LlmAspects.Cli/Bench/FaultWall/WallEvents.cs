using System.Text;
using Microsoft.AspNetCore.Http;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Writes the events of one stream. Each is with the socket when its task ends.</summary>
internal sealed class WallEvents(HttpResponse response, string model, DateTimeOffset created)
{
    /// <summary>Sends status and headers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task SendRoleAsync(CancellationToken cancellationToken) => SendAsync(WallJson.Chunk(model, created, "", role: "assistant"), cancellationToken);

    public Task SendWordAsync(string word, CancellationToken cancellationToken) => SendAsync(WallJson.Chunk(model, created, word), cancellationToken);

    /// <summary>Sends the finish reason, the usage when it is wanted, and the end marker.</summary>
    public async Task EndAsync(WallRequest request, int words, bool omitDone, CancellationToken cancellationToken)
    {
        await SendAsync(WallJson.Chunk(model, created, content: null, finish: "stop"), cancellationToken).ConfigureAwait(false);
        if (request.WantsUsage)
        {
            await SendAsync(WallJson.Usage(model, created, request.PromptTokens, words), cancellationToken).ConfigureAwait(false);
        }

        if (!omitDone)
        {
            await SendAsync("[DONE]", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends an event with this data.</summary>
    public async Task SendAsync(string data, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {data}\n\n"), cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
