using System.Globalization;
using LlmAspects.AotProgram.Recording;
using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A panel of three models that vote on numbers, JSON and choices, and learn who was right.</summary>
internal static class PanelCalls
{
    public static async Task RunAsync(Transcript transcript)
    {
        using var client = new ScriptedChatClient(static (messages, options) => (messages[^1].Text, options!.ModelId) switch
        {
            ("number", "small") => "It is 398.",
            ("number", _) => "The answer is 408.",
            ("json", "small") => """{ "b": 2.0, "a": 1 }""",
            ("json", _) => """{"a":1,"b":2}""",
            ("choice", "large") => "(B)",
            _ => "The answer is C.",
        });
        var panel = new MultiModelEnsembler([new("large", 0.5), new("medium", 0.3), new("small", 0.2)], client);

        foreach (var (question, kind) in ((string, AnswerKind)[])[("number", AnswerKind.Number), ("json", AnswerKind.Json), ("choice", AnswerKind.Choice)])
        {
            var result = await panel.AskAsync(new EnsembleRequest([new ChatMessage(ChatRole.User, question)]) { Kind = kind });
            transcript.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{question}: {result.Answer?.Value} by {result.ModelId}, confidence {result.Confidence:0.00}, clusters {string.Join(' ', result.Contributions.Select(static one => one.Cluster))}"));
            panel.ReportOutcome(result, result.Answer!.Value.Value);
        }

        transcript.Note($"{client.Calls} calls, {panel.GetStatistics().Answers} answers");
    }
}
