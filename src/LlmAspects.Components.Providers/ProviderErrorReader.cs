using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Anthropic.Exceptions;
using LlmAspects.Components.Failover;
using OllamaSharp.Models.Exceptions;

namespace LlmAspects.Components.Providers;

/// <summary>Reads the exceptions of the clients of OpenAI, Anthropic and Ollama by type, status and code. Thread-safe.</summary>
public sealed class ProviderErrorReader : IProviderErrorReader
{
    /// <inheritdoc/>
    public bool TryRead(Exception exception, out ProviderError facts)
    {
        ProviderError? read = exception switch
        {
            // Status 0: no answer came; the inner exception says why.
            ClientResultException { Status: > 0 } openai => ReadOpenAI(openai),
            AnthropicApiException anthropic => new ProviderError((int)anthropic.StatusCode, TextAt(Parse(anthropic.ResponseBody), "type")),
            AnthropicSseException stream => new ProviderError(StatusCode: null, TextAt(stream.Body, "type")),
            // Ollama's client keeps no status: an error inside a running answer is the server's, any other one was status 400.
            ResponseError => new ProviderError(500),
            OllamaException => new ProviderError(400),
            _ => null,
        };
        facts = read.GetValueOrDefault();
        return read is not null;
    }

    private static ProviderError ReadOpenAI(ClientResultException error)
    {
        var response = error.GetRawResponse();
        string? wait = null;
        response?.Headers.TryGetValue("Retry-After", out wait);
        TimeSpan? retryAfter = double.TryParse(wait, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;
        return new ProviderError(error.Status, TextAt(Parse(response?.Content.ToString()), "code"), retryAfter);
    }

    // Both providers put the facts into {"error": {...}}; the type of OpenAI's says less than the status, so only its code is read.
    private static string? TextAt(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement Parse(string? body)
    {
        try
        {
            return JsonElement.Parse(body ?? "null");
        }
        catch (JsonException)
        {
            // A proxy's HTML page, for example: the status alone has to do.
            return default;
        }
    }
}
