namespace LlmAspects.Components.Routing;

/// <summary>Whether the router tries models of which it knows little.</summary>
public enum RouteExploration
{
    /// <summary>No: models are compared by the means of what was learned. The default.</summary>
    None,

    /// <summary>
    /// Thompson sampling: models are compared by one draw each from what is believed of them (a Beta distribution), so that a model is tried as often as it may
    /// be the best. It concerns learned performance and reliability. Thompson, Biometrika 25 (1933).
    /// </summary>
    Thompson,
}
