namespace LlmAspects.Cli.Models;

/// <summary>The model that the user chose. A class, not a record: its text must never show the key.</summary>
internal sealed class ModelSpec(ModelProvider provider, string id, Uri? endpoint = null, string? apiKey = null)
{
    public ModelProvider Provider { get; } = provider;

    public string Id { get; } = id;

    /// <summary>Where text is sent; <see langword="null"/> when it stays in this process.</summary>
    public Uri? Endpoint { get; } = endpoint;

    public string? ApiKey { get; } = apiKey;

    /// <summary>What the user should know about the choice; <see langword="null"/> when there is nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The endpoint for people: without user information and query, which may hold secrets.</summary>
    public string? DisplayEndpoint => Endpoint?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
