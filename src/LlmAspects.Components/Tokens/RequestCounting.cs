using System.Text.Json;
using LlmAspects.Components.Tokens.Images;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tokens;

/// <summary>
/// The overhead of a chat request by OpenAI's published rule: 3 tokens a message, 1 for a name, 3 that prime the reply; tools by the same source.
/// https://github.com/openai/openai-cookbook/blob/main/examples/How_to_count_tokens_with_tiktoken.ipynb
/// </summary>
internal static class RequestCounting
{
    private const int PerMessage = 3;
    private const int PerName = 1;
    private const int ReplyPrimer = 3;
    private const int PerTool = 7;
    private const int ToolsEnd = 12;
    private const int PerProperty = 3;

    /// <summary>Where the level of detail of an image is asked for, as the OpenAI client of Microsoft.Extensions.AI reads it.</summary>
    private const string Detail = "detail";

    public static TokenCount Count(Func<string, TokenCount> count, ImageTokenRule images, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        TokenCount total = TokenCount.Exact(ReplyPrimer);
        if (!string.IsNullOrEmpty(options?.Instructions))
        {
            total += TokenCount.Exact(PerMessage) + count("system") + count(options.Instructions);
        }

        foreach (ChatMessage message in messages)
        {
            total += Message(count, images, message);
        }

        return options?.Tools is { Count: > 0 } tools ? total + Tools(count, tools) : total;
    }

    private static TokenCount Message(Func<string, TokenCount> count, ImageTokenRule images, ChatMessage message)
    {
        TokenCount total = TokenCount.Exact(PerMessage) + count(message.Role.Value);
        if (message.AuthorName is { Length: > 0 } name)
        {
            total += TokenCount.Exact(PerName) + count(name);
        }

        foreach (AIContent content in message.Contents)
        {
            total += Content(count, images, content);
        }

        return total;
    }

    private static TokenCount Content(Func<string, TokenCount> count, ImageTokenRule images, AIContent content) => content switch
    {
        TextContent text => count(text.Text),
        TextReasoningContent reasoning => count(reasoning.Text),
        FunctionCallContent call => count(call.Name) + Arguments(count, call.Arguments),
        FunctionResultContent result => Value(count, result.Result),
        DataContent data when data.HasTopLevelMediaType("image") => Image(images, data),
        UriContent uri when uri.HasTopLevelMediaType("image") => images.CountUnknownSize(DetailOf(uri)),
        DataContent data => TokenCount.Between(0, data.Data.Length / 4, data.Data.Length),
        _ => TokenCount.Exact(0),
    };

    private static TokenCount Image(ImageTokenRule images, DataContent data) =>
        ImageHeader.TryReadSize(data.Data.Span, out ImageSize size) ? images.Count(size, DetailOf(data)) : images.CountUnknownSize(DetailOf(data));

    private static string? DetailOf(AIContent content) =>
        content.AdditionalProperties is { } properties && properties.TryGetValue(Detail, out object? detail) ? detail?.ToString() : null;

    private static TokenCount Arguments(Func<string, TokenCount> count, IDictionary<string, object?>? arguments)
    {
        TokenCount total = TokenCount.Exact(0);
        foreach ((string name, object? value) in arguments ?? new Dictionary<string, object?>())
        {
            total += count(name) + Value(count, value);
        }

        return total;
    }

    private static TokenCount Value(Func<string, TokenCount> count, object? value) =>
        ContentText.TryWrite(value, out string? text) ? count(text) : TokenCount.Exact(0);

    // The published rule covers flat schemas; the upper end is the whole schema as text.
    private static TokenCount Tools(Func<string, TokenCount> count, IList<AITool> tools)
    {
        TokenCount total = TokenCount.Exact(ToolsEnd);
        foreach (AITool tool in tools)
        {
            TokenCount rule = TokenCount.Exact(PerTool) + count($"{tool.Name}:{tool.Description.TrimEnd('.')}");
            if (tool is not AIFunctionDeclaration function)
            {
                total += rule;
                continue;
            }

            TokenCount flat = rule + Properties(count, function.JsonSchema);
            int whole = rule.Upper + count(function.JsonSchema.GetRawText()).Upper;
            total += TokenCount.Between(flat.Lower, flat.Estimate, Math.Max(flat.Upper, whole));
        }

        return total;
    }

    private static TokenCount Properties(Func<string, TokenCount> count, JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return TokenCount.Exact(0);
        }

        TokenCount total = TokenCount.Exact(0);
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (total.Upper == 0)
            {
                total += TokenCount.Exact(PerProperty);
            }

            total += TokenCount.Exact(PerProperty) + count($"{property.Name}:{TextOf(property.Value, "type")}:{TextOf(property.Value, "description").TrimEnd('.')}") + Values(count, property.Value);
        }

        return total;
    }

    // An enumeration saves 3 tokens once and takes 3 for each value beside the value's own.
    private static TokenCount Values(Func<string, TokenCount> count, JsonElement property)
    {
        if (property.ValueKind != JsonValueKind.Object || !property.TryGetProperty("enum", out JsonElement values) || values.ValueKind != JsonValueKind.Array || values.GetArrayLength() == 0)
        {
            return TokenCount.Exact(0);
        }

        TokenCount total = TokenCount.Exact((values.GetArrayLength() - 1) * PerProperty);
        foreach (JsonElement value in values.EnumerateArray())
        {
            total += count(value.ToString());
        }

        return total;
    }

    private static string TextOf(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
