using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>The JSON of the OpenAI chat form.</summary>
internal static class WallJson
{
    private const string Id = "chatcmpl-wall";

    public static byte[] Error(WallError error) => Write(json =>
    {
        json.WriteStartObject("error");
        json.WriteString("message", error.Message);
        json.WriteString("type", error.Type);
        json.WriteString("param", error.Param);
        json.WriteString("code", error.Code);
        json.WriteEndObject();
    });

    /// <summary>A whole answer.</summary>
    public static byte[] Completion(WallRequest request, string content, DateTimeOffset created) => Write(json =>
    {
        WriteHead(json, "chat.completion", request.Model, created);
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", content);
        json.WriteEndObject();
        json.WriteString("finish_reason", "stop");
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, request.PromptTokens, WallText.WordsOf(content));
    });

    /// <summary>One event of a stream.</summary>
    public static string Chunk(string model, DateTimeOffset created, string? content, string? role = null, string? finish = null) => Text(json =>
    {
        WriteHead(json, "chat.completion.chunk", model, created);
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("delta");
        if (role is not null)
        {
            json.WriteString("role", role);
        }

        if (content is not null)
        {
            json.WriteString("content", content);
        }

        json.WriteEndObject();
        json.WriteString("finish_reason", finish);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>The event that has the usage and no choice.</summary>
    public static string Usage(string model, DateTimeOffset created, int promptTokens, int words) => Text(json =>
    {
        WriteHead(json, "chat.completion.chunk", model, created);
        json.WriteStartArray("choices");
        json.WriteEndArray();
        WriteUsage(json, promptTokens, words);
    });

    private static void WriteHead(Utf8JsonWriter json, string kind, string model, DateTimeOffset created)
    {
        json.WriteString("id", Id);
        json.WriteString("object", kind);
        json.WriteNumber("created", created.ToUnixTimeSeconds());
        json.WriteString("model", model);
    }

    private static void WriteUsage(Utf8JsonWriter json, int promptTokens, int words)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", promptTokens);
        json.WriteNumber("completion_tokens", words);
        json.WriteNumber("total_tokens", promptTokens + words);
        json.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> members) => Encoding.UTF8.GetString(Write(members));

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
