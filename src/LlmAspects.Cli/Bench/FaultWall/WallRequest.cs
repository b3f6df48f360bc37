using System.Text.Json;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>What the wall reads of a chat request.</summary>
/// <param name="Model">The model that is asked for.</param>
/// <param name="Streams">Whether events are wanted.</param>
/// <param name="WantsUsage">Whether the stream is to end with the usage.</param>
/// <param name="PromptTokens">The words of all messages, and four for each message.</param>
/// <param name="Prefill">The text that is to be continued; <see langword="null"/> when the last message is not one of the assistant.</param>
internal sealed record WallRequest(string Model, bool Streams, bool WantsUsage, int PromptTokens, string? Prefill)
{
    private const int TokensOfAMessage = 4;

    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static async Task<WallRequest> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using JsonDocument json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonElement root = json.RootElement;
        int tokens = 0;
        string? prefill = null;
        foreach (JsonElement message in root.TryGetProperty("messages", out JsonElement messages) ? messages.EnumerateArray() : default)
        {
            string text = TextOf(message);
            tokens += WallText.WordsOf(text) + TokensOfAMessage;
            prefill = message.GetProperty("role").ValueEquals("assistant") ? text : null;
        }

        string model = root.TryGetProperty("model", out JsonElement name) ? name.GetString() ?? "" : "";
        bool usage = root.TryGetProperty("stream_options", out JsonElement options) && IsTrue(options, "include_usage");
        return new WallRequest(model, IsTrue(root, "stream"), usage, tokens, prefill);
    }

    // Content is a text, or a list of parts.
    private static string TextOf(JsonElement message)
    {
        if (!message.TryGetProperty("content", out JsonElement content))
        {
            return "";
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out JsonElement text) ? text.GetString() : "")),
            _ => "",
        };
    }

    private static bool IsTrue(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
