using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The part of a key that comes from the options.</summary>
internal static class CacheKeyOptions
{
    /// <summary>Writes the options. Returns what cannot be compared, or null.</summary>
    public static string? Write(CacheKeyWriter writer, ChatOptions? options)
    {
        writer.Add("tenant", (options as LlmChatOptions)?.Tenant ?? "");
        if (options is null)
        {
            return null;
        }

        if (FindObstacle(options) is { } obstacle)
        {
            return obstacle;
        }

        WriteSampling(writer, options);
        WriteFormat(writer, options.ResponseFormat);
        return WriteTools(writer, options) ?? CacheKeyValues.Write(writer, "additional", options.AdditionalProperties);
    }

    private static string? FindObstacle(ChatOptions options) => options switch
    {
        { ConversationId: not null } => "The conversation is kept by the provider (ConversationId).",
        { ContinuationToken: not null } or { AllowBackgroundResponses: true } => "The response is made in the background.",
        { RawRepresentationFactory: not null } => "The options carry a provider's own object (RawRepresentationFactory).",
        _ => null,
    };

    private static void WriteSampling(CacheKeyWriter writer, ChatOptions options)
    {
        writer.Add("instructions", options.Instructions);
        writer.Add("temperature", options.Temperature);
        writer.Add("max_output_tokens", options.MaxOutputTokens);
        writer.Add("top_p", options.TopP);
        writer.Add("top_k", options.TopK);
        writer.Add("frequency_penalty", options.FrequencyPenalty);
        writer.Add("presence_penalty", options.PresencePenalty);
        writer.Add("seed", options.Seed);
        writer.Add("reasoning_effort", options.Reasoning?.Effort);
        writer.Add("reasoning_output", options.Reasoning?.Output);
        writer.Add("task", (options as LlmChatOptions)?.Task);
        foreach (string stop in options.StopSequences ?? [])
        {
            writer.Add("stop", stop);
        }
    }

    private static void WriteFormat(CacheKeyWriter writer, ChatResponseFormat? format)
    {
        writer.Add("format", format?.GetType().Name);
        if (format is ChatResponseFormatJson json)
        {
            writer.Add("schema", json.Schema?.GetRawText());
            writer.Add("schema_name", json.SchemaName);
            writer.Add("schema_description", json.SchemaDescription);
        }
    }

    private static string? WriteTools(CacheKeyWriter writer, ChatOptions options)
    {
        writer.Add("parallel_tools", options.AllowMultipleToolCalls?.ToString());
        writer.Add("tool_mode", options.ToolMode switch
        {
            null => null,
            RequiredChatToolMode required => "required:" + required.RequiredFunctionName,
            var mode => mode.GetType().Name,
        });
        foreach (AITool tool in options.Tools ?? [])
        {
            // A tool of the provider has settings that only its type knows: a server, a store, a limit.
            if (tool is not AIFunctionDeclaration function)
            {
                return $"A tool of type {tool.GetType().Name} cannot be compared.";
            }

            writer.Add("tool_name", tool.Name);
            writer.Add("tool_description", tool.Description);
            writer.Add("tool_schema", function.JsonSchema.ValueKind != JsonValueKind.Undefined ? function.JsonSchema.GetRawText() : null);
            if (CacheKeyValues.Write(writer, "tool_property", tool.AdditionalProperties) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }
}
