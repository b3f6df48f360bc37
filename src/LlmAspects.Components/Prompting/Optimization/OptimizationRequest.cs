namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>A query that may be optimized, and what is known around it.</summary>
/// <param name="Query">The user's words.</param>
public sealed record OptimizationRequest(string Query)
{
    /// <summary>What the query asks for. The default is <see langword="null"/>: it is detected.</summary>
    public LlmTask? Task { get; init; }

    /// <summary>Whose query it is: what is learned of one tenant never changes the queries of another. The default is <c>""</c>, a tenant of its own.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>Whether the model sees more than the query: a conversation, documents, an image. What the query points at is then not missing. The default is <see langword="false"/>.</summary>
    public bool HasSurroundings { get; init; }

    /// <summary>
    /// What the program knows and the query may not say, for example <c>The code is C# 14.</c> It is added as it is, by <see cref="OptimizationStrategy.ContextAddition"/> only.
    /// The default is <see langword="null"/>: nothing can be added.
    /// </summary>
    public string? Background { get; init; }

    /// <summary>The strategies whose suggestions were accepted: they need no evidence. The default is empty.</summary>
    public IReadOnlyCollection<OptimizationStrategy> Accepted { get; init; } = [];
}
