namespace LlmAspects.Cli.Models;

/// <summary>Which endpoints text and keys may be sent to.</summary>
internal static class EndpointPolicy
{
    private const int OllamaPort = 11434;

    /// <summary>Reads an endpoint from an environment variable; a host without a scheme is accepted for Ollama, whose own tools write it so.</summary>
    public static Uri Parse(string text, string variable, ModelProvider provider)
    {
        bool bare = provider == ModelProvider.Ollama && !text.Contains("://", StringComparison.Ordinal);
        string address = bare ? $"http://{(text.StartsWith(':') ? $"localhost{text}" : text)}" : text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("http" or "https") || endpoint.Host.Length == 0)
        {
            throw new CliException($"{variable} is not an address that begins with http:// or https://.", ExitCodes.Usage);
        }

        if (endpoint.UserInfo.Length > 0)
        {
            throw new CliException($"{variable} holds a user name or password. Put the key into its own variable.", ExitCodes.Usage);
        }

        return bare ? CompleteOllama(endpoint, text) : endpoint;
    }

    /// <summary>Refuses to send a key over plain http to another machine.</summary>
    public static void Check(ModelSpec spec, bool insecure)
    {
        if (spec is { Endpoint: { Scheme: "http", IsLoopback: false }, ApiKey: not null } && !insecure)
        {
            throw new CliException(
                $"{spec.DisplayEndpoint} is plain http on another machine: the key and your documents could be read on the way. Use https, or say --insecure if you accept that.",
                ExitCodes.Usage);
        }
    }

    // 0.0.0.0 is where a server listens, not where a client can connect everywhere.
    private static Uri CompleteOllama(Uri endpoint, string text) => new UriBuilder(endpoint)
    {
        Host = endpoint.Host == "0.0.0.0" ? "localhost" : endpoint.Host,
        Port = text.TrimEnd('/').EndsWith($":{endpoint.Port}", StringComparison.Ordinal) ? endpoint.Port : OllamaPort,
    }.Uri;
}
