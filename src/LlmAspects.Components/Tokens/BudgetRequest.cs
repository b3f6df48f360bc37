namespace LlmAspects.Components.Tokens;

/// <summary>The worst case of one attempt.</summary>
/// <param name="Tenant">Who spends; <c>""</c> is a tenant of its own.</param>
/// <param name="ModelId">The model.</param>
/// <param name="InputTokens">The counted input (upper end), at least 0.</param>
/// <param name="MaxOutputTokens">The limit that is sent with the request, at least 1.</param>
public readonly record struct BudgetRequest(string Tenant, string ModelId, long InputTokens, long MaxOutputTokens)
{
    /// <summary>The workflow that the attempt belongs to; <see langword="null"/> when it belongs to none.</summary>
    public string? Workflow { get; init; }

    /// <summary>Input and output together.</summary>
    public long TotalTokens => InputTokens + MaxOutputTokens;
}
