namespace LlmAspects.Components.Routing;

/// <summary>What the router needs to know of a request. Holds no prompt text unless it is given.</summary>
public readonly record struct RouteRequest
{
    /// <summary>Creates a request with every default.</summary>
    public RouteRequest()
    {
    }

    /// <summary>What is asked for. The default is <see cref="LlmTask.General"/>.</summary>
    public LlmTask Task { get; init; }

    /// <summary>The counted input tokens (the upper end where the count is an interval), at least 0. The default is 0.</summary>
    public int InputTokens { get; init; }

    /// <summary>The longest answer wanted, in tokens. The default is <see langword="null"/>: 1,024, or the model's limit where that is less.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>What the model must be able to do. The default is <see cref="ModelCapabilities.None"/>.</summary>
    public ModelCapabilities RequiredCapabilities { get; init; }

    /// <summary>The most that the call may cost, in US dollars. The default is <see langword="null"/>: no limit; with a limit, a model of unknown price is excluded.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>The longest usual latency accepted. The default is <see langword="null"/>: any.</summary>
    public TimeSpan? LatencyLimit { get; init; }

    /// <summary>The only model that may answer. The default is <see langword="null"/>: the router chooses.</summary>
    public string? PinnedModelId { get; init; }

    /// <summary>A model to put first when it is capable. The default is <see langword="null"/>.</summary>
    public string? PreferredModelId { get; init; }

    /// <summary>Whose request it is; learned state is kept apart by tenant. The default is <c>""</c>.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>How the capable models are ordered. The default is <see langword="null"/>: as <see cref="LlmRouterOptions.Strategy"/> says.</summary>
    public RoutingStrategy? Strategy { get; init; }

    /// <summary>
    /// Who or what stays in one arm of an A/B test, for example a user or a conversation: equal keys get the same arm, in every process. The default is <see langword="null"/>: the tenant.
    /// </summary>
    public string? AssignmentKey { get; init; }

    /// <summary>The text that decides, for strategies that read it. The default is empty.</summary>
    public ReadOnlyMemory<char> Text { get; init; }
}
