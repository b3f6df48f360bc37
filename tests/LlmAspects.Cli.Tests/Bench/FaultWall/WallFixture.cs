using System.Text;
using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.Tests.Bench.FaultWall;

/// <summary>A wall with times shortened a hundredfold.</summary>
public sealed class WallFixture : IAsyncLifetime
{
    internal static readonly ScenarioSet Set = ScenarioSet.Load();

    private static readonly BenchTimes Short = new(0.01);

    private static readonly HttpClient Http = new();

    internal WallServer Wall { get; private set; } = null!;

    public async Task InitializeAsync() => Wall = await WallServer.StartAsync(Set.Answer, TimeProvider.System);

    public async Task DisposeAsync() => await Wall.DisposeAsync();

    internal WallStage Begin(string id) => Wall.Begin(Set.Scenarios.Single(scenario => scenario.Id == id), Short);

    /// <summary>The body of a chat request with one message of the user.</summary>
    internal static string Body(string model, bool stream = true, string? prefill = null) =>
        $$"""
        {"model":"{{model}}","stream":{{(stream ? "true" : "false")}},"stream_options":{"include_usage":true},"messages":[
        {"role":"user","content":"one two three"}{{Assistant(prefill)}}]}
        """;

    private static string Assistant(string? prefill) => prefill is null ? "" : $$"""
        ,{"role":"assistant","content":"{{prefill}}"}
        """;

    internal Task<RawExchange> PostRawAsync(string body) => RawExchange.PostAsync(Wall.Endpoint, body);

    internal Task<HttpResponseMessage> PostAsync(string body) =>
        Http.PostAsync(new Uri($"{Wall.Endpoint}/chat/completions"), new StringContent(body, Encoding.UTF8, "application/json"));

    internal async Task<string> ReadAsync(string body)
    {
        using HttpResponseMessage response = await PostAsync(body);
        return await response.Content.ReadAsStringAsync();
    }
}
