namespace LlmAspects.Components.Caching;

/// <summary>Which model a request asked for. Pinned requests and those that let a router choose never share an entry.</summary>
public readonly record struct CacheTarget
{
    private CacheTarget(string text) => Text = text;

    internal string Text => field ?? "";

    /// <summary>This model and no other.</summary>
    /// <param name="modelId">The model's id.</param>
    public static CacheTarget Pinned(string modelId) => new($"pinned:{modelId}");

    /// <summary>Whichever model the router chooses.</summary>
    /// <param name="policyVersion">Changes with everything that changes the choice, for example the version of the catalogue.</param>
    public static CacheTarget Auto(string policyVersion) => new($"auto:{policyVersion}");
}
