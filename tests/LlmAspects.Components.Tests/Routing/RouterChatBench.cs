using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>A router over <c>a</c>, which it prefers, and <c>b</c>, each with a scripted client; nobody waits, unless a clock is given.</summary>
internal sealed class RouterChatBench : IDisposable
{
    public static readonly ModelInfo ModelA = TestModels.Model("a", price: 2m, priority: 1);
    public static readonly ModelInfo ModelB = TestModels.Model("b", price: 1m, priority: 0);

    public RouterChatBench(bool failover = false, LlmRouterOptions? options = null, FakeTimeProvider? time = null)
    {
        Time = time ?? new InstantTimeProvider();
        Health = new ModelHealth(timeProvider: Time);
        Router = new LlmRouter(Catalog, options, Health, Time, new FixedRandom(1));
        (ClientA, ClientB) = (new MeteredClient(A, "first"), new MeteredClient(B, "second"));
        Client = failover
            ? Router.AsChatClient(new LlmFailoverHandler(health: Health, timeProvider: Time, random: new FixedRandom(1)), (ModelA, ClientA), (ModelB, ClientB))
            : Router.AsChatClient((ModelA, ClientA), (ModelB, ClientB));
    }

    public ModelCatalog Catalog { get; } = new(ModelA, ModelB);

    public FakeTimeProvider Time { get; }

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
