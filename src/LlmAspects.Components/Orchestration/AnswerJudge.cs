using System.Text.Json;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Says what is wrong with the answer of a node: empty, not JSON, refused by its check, or of too little quality.</summary>
internal sealed class AnswerJudge(OrchestratorOptions options, string tenant, Func<NodeAnswer, double?> quality)
{
    public AnswerVerdict Judge(WorkflowNode node, ChatResponse response, IReadOnlyList<ChatMessage> messages)
    {
        string text = response.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new AnswerVerdict("It is empty.");
        }

        if (node.ResponseFormat is ChatResponseFormatJson && JsonFault(text) is { } fault)
        {
            return new AnswerVerdict(fault);
        }

        // What a check says may quote the answer.
        return node.Check?.Invoke(text) is { } objection
            ? new AnswerVerdict("The check of the node refused it.", Detail: objection)
            : Measured(node, response, messages);
    }

    /// <summary>Where a text stops being JSON; null when it is JSON.</summary>
    public static string? JsonFault(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException error)
        {
            return FormattableString.Invariant($"It is not one JSON value and nothing else (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        }
    }

    private AnswerVerdict Measured(WorkflowNode node, ChatResponse response, IReadOnlyList<ChatMessage> messages)
    {
        if ((node.QualityThreshold ?? options.QualityThreshold) is not { } threshold)
        {
            return default;
        }

        using TraceBlock block = TraceBlock.Start(MultiLlmOrchestrator.Component, "measure_quality");
        double? measured = quality(new NodeAnswer(node, response, messages) { Tenant = tenant });
        return measured < threshold
            ? new AnswerVerdict(FormattableString.Invariant($"Its measured quality {measured:0.00} is below {threshold:0.00}."), measured)
            : new AnswerVerdict(null, measured);
    }
}
