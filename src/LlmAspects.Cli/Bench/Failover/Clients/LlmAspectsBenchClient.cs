using LlmAspects.Cli.Bench.FaultWall;
using LlmAspects.Cli.Models;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Providers;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>The failover handler of this project.</summary>
internal sealed class LlmAspectsBenchClient : IBenchClient
{
    public const string ClientName = "llmaspects";

    public string Name => ClientName;

    public string Title => "LlmAspects failover handler";

    public string Limits => "2 retries a model, 30 s a plain attempt; its defaults otherwise: first content and stall 10 s, delays from 1 s, breaker at 5 failures for 30 s.";

    public bool HasBackup => true;

    public IChatClient Open(Uri endpoint, BenchTimes times, TimeProvider time)
    {
        var handler = new LlmFailoverHandler(
            OptionsOf(times),
            new ModelHealth(BreakerOf(times), time),
            new ErrorClassifier(new ProviderErrorReader()),
            timeProvider: time);
        return new HealthyBesideChatClient(
            handler.AsChatClient(Connect(endpoint, WallModels.Primary, contextWindow: 8_192), Connect(endpoint, WallModels.Backup, contextWindow: 131_072)),
            handler.AsChatClient(Connect(endpoint, WallModels.Healthy, contextWindow: 131_072)));
    }

    private static (ModelInfo Model, IChatClient Client) Connect(Uri endpoint, string id, int contextWindow) =>
    (
        new ModelInfo { Id = id, Provider = "openai", Endpoint = endpoint, ContextWindow = contextWindow, MaxOutputTokens = 1_024 },
        ModelClients.Create(new ModelSpec(ModelProvider.OpenAI, id, endpoint)));

    private static LlmFailoverOptions OptionsOf(BenchTimes times)
    {
        var full = new LlmFailoverOptions();
        return full with
        {
            MaxAttemptsPerModel = 1 + BenchBudget.Retries,
            AttemptTimeout = times.Of(BenchBudget.Timeout),
            FirstTokenTimeout = times.Of(full.FirstTokenTimeout),
            StallTimeout = times.Of(full.StallTimeout),
            BaseDelay = times.Of(full.BaseDelay),
            MaxDelay = times.Of(full.MaxDelay),
        };
    }

    private static CircuitBreakerOptions BreakerOf(BenchTimes times)
    {
        var full = new CircuitBreakerOptions();
        return full with
        {
            Window = times.Of(full.Window),
            BreakDuration = times.Of(full.BreakDuration),
            LockoutDuration = times.Of(full.LockoutDuration),
        };
    }
}
