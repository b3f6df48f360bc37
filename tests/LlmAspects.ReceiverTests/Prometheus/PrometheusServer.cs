using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.ReceiverTests.Prometheus;

/// <summary>A Prometheus that scrapes one endpoint every second and answers PromQL.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmaspects-prometheus-");
    private readonly HttpClient _client;
    private readonly ServerProcess _process;

    /// <summary>Starts it; questions wait until it listens.</summary>
    /// <param name="target">Host and port of the endpoint.</param>
    public PrometheusServer(string target)
    {
        var configuration = Path.Combine(_folder.FullName, "prometheus.yml");
        File.WriteAllText(configuration, $$"""
            global: { scrape_interval: 1s }
            scrape_configs:
              - job_name: desk
                static_configs: [{ targets: ['{{target}}'] }]
            """);
        var address = $"127.0.0.1:{FreePort.Find()}";
        _client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        _process = ServerProcess.Start(
            Tool.Prometheus, $"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(_folder.FullName, "data")}", $"--web.listen-address={address}");
    }

    /// <summary>Asks until every value of the answer is a number above zero; <paramref name="meanwhile"/> runs before each question.</summary>
    public Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string query, Action meanwhile) => _process.EventuallyAsync<IReadOnlyList<PrometheusSeries>>(query, async () =>
    {
        meanwhile();
        using var response = await _client.GetAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}");
        if (!response.IsSuccessStatusCode)
        {
            // 503 while it starts; a wrong query stays wrong, and the failure shows it.
            return response.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable ? null : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        }

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        PrometheusSeries[] series = [.. answer.GetProperty("data").GetProperty("result").EnumerateArray().Select(Read)];
        return series.Length > 0 && series.All(static one => one.Value > 0) ? series : null;
    });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static PrometheusSeries Read(JsonElement result) => new(
        result.GetProperty("metric").EnumerateObject().ToDictionary(static label => label.Name, static label => label.Value.GetString()!),
        double.Parse(result.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture));
}
