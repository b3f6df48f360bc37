namespace LlmAspects.Components.Routing;

/// <summary>The hard filters of the router.</summary>
public enum RouteExclusionCause
{
    /// <summary>Switched off in the catalogue.</summary>
    Disabled,

    /// <summary>Another model is pinned.</summary>
    NotPinned,

    /// <summary>Does not do the task.</summary>
    Task,

    /// <summary>Lacks a capability.</summary>
    Capability,

    /// <summary>Input and output do not fit the context window, or the output is longer than the model writes.</summary>
    ContextWindow,

    /// <summary>Costs more than the limit, or its price is not known.</summary>
    Cost,

    /// <summary>Slower than the limit.</summary>
    Latency,

    /// <summary>Its circuit breaker is open, or it is cooling down after a rate limit.</summary>
    Unavailable,
}
