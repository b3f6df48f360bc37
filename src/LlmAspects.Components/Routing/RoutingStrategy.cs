namespace LlmAspects.Components.Routing;

/// <summary>
/// How capable models are ordered. Under each, a model that is held back stands last, a preferred one first, and ties keep the order of the catalogue.
/// </summary>
public enum RoutingStrategy
{
    /// <summary>By the weighted score of priority, performance, cost and latency, less the load. The default.</summary>
    Balanced,

    /// <summary>By the learned performance for the tenant and the task.</summary>
    BestQuality,

    /// <summary>By the price of the call; models of unknown price stand last.</summary>
    LowestCost,

    /// <summary>By the usual latency; for a request that streams, by the time to first token where it is known of every candidate.</summary>
    Fastest,

    /// <summary>By the learned share of successes for the tenant and the task, whatever their quality.</summary>
    MostReliable,

    /// <summary>In turn: the model whose last turn is longest ago is first.</summary>
    RoundRobin,

    /// <summary>
    /// By chance and load: two models are drawn by <see cref="ModelInfo.Weight"/>, and the one with fewer calls under way for its weight is first
    /// (power of two choices); the others follow by their calls under way for their weight.
    /// </summary>
    Weighted,

    /// <summary>The arm of <see cref="LlmRouterOptions.AbTest"/> that the request is assigned to first, the others as under <see cref="Balanced"/>.</summary>
    AbTest,
}
