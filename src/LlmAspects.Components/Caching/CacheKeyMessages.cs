using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The part of a key that comes from the messages.</summary>
internal static class CacheKeyMessages
{
    /// <summary>How the field of a text begins.</summary>
    public const string TextField = "text:";

    /// <summary>The text that ends the conversation, when it is a user's: the key ends with it. Null when there is none.</summary>
    public static string? LastText(IReadOnlyList<ChatMessage> messages) =>
        messages is [.., { } last] && last.Role == ChatRole.User && last.Contents is [.., TextContent { RawRepresentation: not ICacheKeyPart } text] ? text.Text : null;

    /// <summary>Writes the conversation. Returns what cannot be compared, or null.</summary>
    public static string? Write(CacheKeyWriter writer, IEnumerable<ChatMessage> messages)
    {
        foreach (ChatMessage message in messages)
        {
            writer.Add("role", message.Role.Value);
            writer.Add("author", message.AuthorName);
            if (CacheKeyValues.Write(writer, "message_property", message.AdditionalProperties) is { } obstacle)
            {
                return obstacle;
            }

            foreach (AIContent content in message.Contents)
            {
                if (Write(writer, content) is { } unknown)
                {
                    return unknown;
                }
            }
        }

        return null;
    }

    /// <summary>The SHA-256 of the conversation in hexadecimal digits; <see langword="null"/> when it cannot be compared.</summary>
    public static string? HashOf(IEnumerable<ChatMessage> messages)
    {
        using var writer = new CacheKeyWriter();
        return Write(writer, messages) is null ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(writer.ToString()))) : null;
    }

    private static string? Write(CacheKeyWriter writer, AIContent content)
    {
        if (content.RawRepresentation is ICacheKeyPart part)
        {
            writer.Add("part", part.CacheKeyText);
            return null;
        }

        return CacheKeyValues.Write(writer, "content_property", content.AdditionalProperties) ?? WriteBody(writer, content);
    }

    private static string? WriteBody(CacheKeyWriter writer, AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                writer.Add("text", text.Text);
                return null;
            case TextReasoningContent reasoning:
                writer.Add("reasoning", reasoning.Text);
                writer.Add("protected", reasoning.ProtectedData);
                return null;
            case UriContent uri:
                writer.Add("uri", uri.Uri.OriginalString);
                writer.Add("media_type", uri.MediaType);
                return null;
            case DataContent data:
                writer.Add("data", Convert.ToHexString(SHA256.HashData(data.Data.Span)));
                writer.Add("media_type", data.MediaType);
                writer.Add("name", data.Name);
                return null;
            case FunctionCallContent call:
                writer.Add("call", call.Name);
                writer.Add("call_id", call.CallId);
                return CacheKeyValues.Write(writer, "argument", call.Arguments);
            case FunctionResultContent result:
                writer.Add("result", result.CallId);
                return CacheKeyValues.Write(writer, result.Result);
            default:
                return $"Content of type {content.GetType().Name} cannot be compared.";
        }
    }
}
