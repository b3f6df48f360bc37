using CsCheck;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class RoutingPropertyTests
{
    private static readonly Gen<(ModelInfo Info, ModelHealthSnapshot Health)> Model = Gen.Select(
        Gen.Int[1, 5_000], Gen.Int[1, 2_000], Gen.Double[0, 1], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 5]).Select((window, output, priority, price, weight, load) => (
        TestModels.Model("m", price == 4 ? null : price, window, output, priority) with { Weight = weight, Enabled = load != 5 },
        new ModelHealthSnapshot
        {
            InFlight = load,
            Latency = load == 0 ? null : TimeSpan.FromSeconds(load),
            UnavailableUntil = weight == 3 ? DateTimeOffset.UnixEpoch : null,
        }));

    private static readonly AbTest Test = new() { Name = "t", ControlModelId = "m0", TreatmentModelId = "m1" };

    public static TheoryData<RoutingStrategy> Strategies => [.. Enum.GetValues<RoutingStrategy>()];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void AnyStrategy_OrdersExactlyTheCapableModels(RoutingStrategy strategy) =>
        Gen.Select(Model.Array[1, 20], Gen.Int[0, 5_000], Gen.Int[1, 2_000], Gen.Int[0, 3], Gen.Bool).Sample((models, input, output, limits, explores) =>
        {
            (ModelInfo[] infos, LlmRouter router) = Build(models, explores, seed: 1);
            RouteRequest request = Request(strategy, input, output, limits);
            ModelInfo[] capable = [.. infos.Where((info, index) => IsCapable(info, models[index].Health, request))];
            try
            {
                RouteDecision decision = router.Route(request);
                decision.Candidates.Select(candidate => candidate.Model).ShouldBe(capable, ignoreOrder: true);
                decision.Exclusions.Select(exclusion => exclusion.Model).ShouldBe(infos.Except(capable));
                decision.Candidates.ShouldAllBe(candidate => candidate.Reason.Length > 0);
                decision.Exclusions.ShouldAllBe(exclusion => exclusion.Reason.Length > 0);
            }
            catch (NoCapableModelException error)
            {
                capable.ShouldBeEmpty();
                error.Exclusions.Select(exclusion => exclusion.Model).ShouldBe(infos);
            }
        }, iter: 300);

    [Theory]
    [MemberData(nameof(Strategies))]
    public void HeldBackModels_ComeLastUnderAnyStrategy(RoutingStrategy strategy) =>
        Model.Array[1, 9].Sample(models =>
        {
            (ModelInfo[] infos, LlmRouter router) = Build([.. models.Select(model => (model.Info with { Enabled = true, ContextWindow = 9_000 }, model.Health))], explores: false, seed: 1);

            bool[] available = [.. router.Route(new RouteRequest { Strategy = strategy, MaxOutputTokens = 1 }).Candidates.Select(candidate => models[Array.IndexOf(infos, candidate.Model)].Health.IsAvailable)];

            available.ShouldBe(available.OrderDescending());
        }, iter: 200);

    [Theory]
    [MemberData(nameof(Strategies))]
    public void SameSeed_GivesTheSameOrders(RoutingStrategy strategy) =>
        Gen.Select(Model.Array[2, 9], Gen.Int).Sample((models, seed) =>
        {
            LlmRouter one = Build(models, explores: true, seed).Router;
            LlmRouter other = Build(models, explores: true, seed).Router;
            RouteRequest request = Request(strategy, 10, 1, 0);
            for (int i = 0; i < 5 && models.Any(model => IsCapable(model.Info, model.Health, request)); i++)
            {
                Ids(one.Route(request)).ShouldBe(Ids(other.Route(request)));
            }
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Strategies))]
    public void RouterThatDecidedBefore_SaysTheSameAsAFreshOne(RoutingStrategy strategy) =>
        Gen.Select(Model.Array[1, 6], Gen.Select(Gen.Int[0, 300], Gen.Int[1, 40], Gen.Int[0, 3]).Array[8]).Sample((models, requests) =>
        {
            LlmRouter warm = Build(models, explores: false, seed: 1).Router;
            foreach ((int input, int output, int limits) in requests.Concat(requests))
            {
                RouteRequest request = Request(strategy, input, output, limits) with { PreferredModelId = "m1" };
                if (models.Any(model => IsCapable(model.Info, model.Health, request)) && strategy is not (RoutingStrategy.RoundRobin or RoutingStrategy.Weighted))
                {
                    Words(warm, request).ShouldBe(Words(Build(models, explores: false, seed: 1).Router, request));
                }
            }
        }, iter: 60);

    private static (ModelInfo[] Infos, LlmRouter Router) Build((ModelInfo Info, ModelHealthSnapshot Health)[] models, bool explores, int seed)
    {
        ModelInfo[] infos = [.. models.Select((model, index) => model.Info with { Id = $"m{index}" })];
        var health = new FakeHealth();
        for (int i = 0; i < models.Length; i++)
        {
            health[$"m{i}"] = models[i].Health;
        }

        var options = new LlmRouterOptions { AbTest = Test, Exploration = explores ? RouteExploration.Thompson : RouteExploration.None };
        return (infos, new LlmRouter(new ModelCatalog(infos), options, health, random: new Random(seed)));
    }

    private static RouteRequest Request(RoutingStrategy strategy, int input, int output, int limits) => new()
    {
        Strategy = strategy,
        InputTokens = input,
        MaxOutputTokens = output,
        CostLimit = (limits & 1) != 0 ? 0.0005m : null,
        LatencyLimit = (limits & 2) != 0 ? TimeSpan.FromSeconds(2) : null,
    };

    private static bool IsCapable(ModelInfo info, ModelHealthSnapshot health, RouteRequest request) =>
        info.Enabled
        && request.MaxOutputTokens <= info.MaxOutputTokens
        && request.InputTokens + request.MaxOutputTokens <= info.ContextWindow
        && (request.CostLimit is not { } cost || info.CostOf(request.InputTokens, request.MaxOutputTokens!.Value) <= cost)
        && (request.LatencyLimit is not { } latency || (health.Latency ?? info.TypicalLatency) <= latency);

    private static string[] Words(LlmRouter router, RouteRequest request) => [.. router.Explain(router.Route(request)).Select(decision => $"{decision.Choice}: {decision.Reason}")];

    private static IEnumerable<string> Ids(RouteDecision decision) => decision.Candidates.Select(candidate => candidate.Model.Id);
}
