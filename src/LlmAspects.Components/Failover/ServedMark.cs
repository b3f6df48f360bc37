using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>Writes on answers which model of the catalogue served them.</summary>
internal static class ServedMark
{
    /// <summary>Marks an answer; its usage becomes that of all attempts.</summary>
    public static void Put(ChatResponse response, ModelInfo model, FailoverReport report)
    {
        (response.AdditionalProperties ??= [])[ResponseProperties.Failover] = report;
        Put(response, model);
        response.Usage = report.Attempts.Length == 1 ? response.Usage : report.Usage;
    }

    public static ChatResponse Put(ChatResponse response, ModelInfo model)
    {
        if (response.ModelId is { } reported && reported != model.Id)
        {
            (response.AdditionalProperties ??= [])[ResponseProperties.ProviderModel] = reported;
        }

        response.ModelId = model.Id;
        return response;
    }

    public static ChatResponseUpdate Put(ChatResponseUpdate update, ModelInfo model)
    {
        if (update.ModelId is { } reported && reported != model.Id)
        {
            (update.AdditionalProperties ??= [])[ResponseProperties.ProviderModel] = reported;
        }

        update.ModelId = model.Id;
        return update;
    }

    /// <summary>The update after the last one of the provider, with the usage that no update has shown.</summary>
    public static ChatResponseUpdate Closing(ChatResponseUpdate last, ModelInfo model, FailoverReport report, UsageDetails? withheld)
    {
        ChatResponseUpdate closing = ResponseProperties.ToUpdate(ResponseProperties.Failover, report, last.ResponseId, model.Id);
        closing.Role = last.Role;
        closing.ConversationId = last.ConversationId;
        closing.Contents = withheld is null ? [] : [new UsageContent(withheld)];
        if (last.AdditionalProperties?.TryGetValue(ResponseProperties.ProviderModel, out string? reported) == true)
        {
            closing.AdditionalProperties![ResponseProperties.ProviderModel] = reported;
        }

        return closing;
    }
}
