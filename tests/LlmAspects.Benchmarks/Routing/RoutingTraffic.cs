using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Benchmarks.Routing;

/// <summary>
/// Different requests one after the other: tokens, tasks, tenants, answers and limits vary, and the calls under way are those of the last decisions, so that hardly a figure occurs twice.
/// </summary>
internal sealed class RoutingTraffic
{
    private const int Requests = 1 << 14;
    private const int UnderWay = 32;

    private readonly LlmRouter _router;
    private readonly ModelHealth _health;
    private readonly RouteRequest[] _requests;
    private readonly ModelHealth.Entry?[] _calls = new ModelHealth.Entry?[UnderWay];
    private int _next;

    public RoutingTraffic(LlmRouter router, ModelHealth health, Func<int, RouteRequest> request)
    {
        _router = router;
        _health = health;
        _requests = [.. Enumerable.Range(0, Requests).Select(number => Vary(request(number), number))];
    }

    /// <summary>Decides about the next request; the call begins, and the oldest one ends.</summary>
    public void Decide()
    {
        int number = _next++;
        ModelHealth.Entry chosen = _health.FindOrAdd(_router.Route(_requests[number % Requests]).Model);
        ref ModelHealth.Entry? oldest = ref _calls[number % UnderWay];
        oldest?.Change(-1);
        chosen.Change(1);
        oldest = chosen;
    }

    // Numbers without a common divisor: no combination comes again within the requests. Three of four have a limit that a few models break.
    private static RouteRequest Vary(RouteRequest request, int number) => request with
    {
        InputTokens = 200 + (number % 6_007),
        MaxOutputTokens = 100 + (number % 1_499),
        CostLimit = number % 4 == 0 ? null : 0.004m + (number % 997 * 0.00002m),
    };
}
