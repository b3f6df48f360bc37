using System.Net.Http.Json;
using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>A receiver that takes OTLP over gRPC and HTTP and answers questions about what has arrived.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly HttpClient _client;

    private OtlpReceiver(ServerProcess process, Uri http, Uri grpc)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = http };
        Http = http;
        Grpc = grpc;
    }

    public Uri Http { get; }

    public Uri Grpc { get; }

    public static async Task<OtlpReceiver> StartAsync()
    {
        var process = ServerProcess.Start(Tool.OtlpReceiver, "--host", "127.0.0.1", "--port", $"{FreePort.Find()}", "--grpc-port", $"{FreePort.Find()}");
        try
        {
            // It takes the next port when one was taken meanwhile, so its own word counts.
            var grpc = await process.EventuallyAsync("The start of the OTLP receiver", () => Task.FromResult(process.Said("OTLP/gRPC:")));
            return new OtlpReceiver(process, new Uri(process.Said("UI:")!.Split(' ')[0]), new Uri($"http://{grpc}"));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<JsonElement>> TracesAsync(string query, int count)
        => await ListAsync("traces", count, () => _client.PostAsJsonAsync("/api/query/traces", new { query }));

    public async Task<IReadOnlyList<JsonElement>> LogsAsync(string query, int count)
        => await ListAsync("logs", count, () => _client.PostAsJsonAsync("/api/query/logs", new { query }));

    public async Task<IReadOnlyList<JsonElement>> MetricsAsync(int count)
        => await ListAsync("metrics", count, () => _client.GetAsync("/api/metrics"));

    public async Task<IReadOnlyList<JsonElement>> SeriesAsync(string name)
        => await ListAsync("series", 1, () => _client.PostAsJsonAsync("/api/query/metrics", new { name }));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    private Task<IReadOnlyList<JsonElement>> ListAsync(string name, int count, Func<Task<HttpResponseMessage>> ask) => _process.EventuallyAsync<IReadOnlyList<JsonElement>>($"{count} {name}", async () =>
    {
        using var response = await ask();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.IsSuccessStatusCode.ShouldBeTrue(answer.ToString());
        JsonElement[] list = [.. answer.GetProperty(name).EnumerateArray()];
        return list.Length >= count ? list : null;
    });
}
