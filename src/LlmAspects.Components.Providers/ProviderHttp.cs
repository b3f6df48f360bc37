namespace LlmAspects.Components.Providers;

/// <summary>The HTTP client of every provider.</summary>
internal static class ProviderHttp
{
    /// <summary>Above the longest attempt that the failover handler allows: the handler decides when an attempt is over, not the socket.</summary>
    public static readonly TimeSpan NetworkTimeout = TimeSpan.FromMinutes(10);

    /// <summary>A client that goes only where the user was told: a redirect is an answer with status 3xx, never a second destination.</summary>
    public static HttpClient Create(Uri? baseAddress = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = baseAddress, Timeout = NetworkTimeout };
}
