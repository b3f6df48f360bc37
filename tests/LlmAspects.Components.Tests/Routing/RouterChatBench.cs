using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>A router over <c>a</c>, which it prefers, and <c>b</c>, each with a scripted client; nobody waits.</summary>
internal sealed class RouterChatBench : IDisposable
{
    public static readonly ModelInfo ModelA = TestModels.Model("a", price: 2m, priority: 1);
    public static readonly ModelInfo ModelB = TestModels.Model("b", price: 1m, priority: 0);

    private readonly InstantTimeProvider _time = new();

    public RouterChatBench(bool failover = false, LlmRouterOptions? options = null)
    {
        Health = new ModelHealth(timeProvider: _time);
        Router = new LlmRouter(Catalog, options, Health, _time, new FixedRandom(1));
        (ClientA, ClientB) = (new MeteredClient(A, "first"), new MeteredClient(B, "second"));
        Client = failover
            ? Router.AsChatClient(new LlmFailoverHandler(health: Health, timeProvider: _time, random: new FixedRandom(1)), (ModelA, ClientA), (ModelB, ClientB))
            : Router.AsChatClient((ModelA, ClientA), (ModelB, ClientB));
    }

    public ModelCatalog Catalog { get; } = new(ModelA, ModelB);

    public ModelHealth Health { get; }

    public LlmRouter Router { get; }

    public ScriptedChatClient A { get; } = new();

    public ScriptedChatClient B { get; } = new();

    public MeteredClient ClientA { get; }

    public MeteredClient ClientB { get; }

    public IChatClient Client { get; }

    /// <summary>Outcomes and successes that the router was taught of a model.</summary>
    public (long Outcomes, long Successes) Taught(string model)
    {
        ModelRouteStatistics statistics = Router.GetStatistics().Models.Single(known => known.ModelId == model);
        return (statistics.Outcomes, statistics.Successes);
    }

    public void Dispose() => Client.Dispose();
}
