using System.Globalization;
using LlmAspects.Cli.Models;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Collects what a response says about itself.</summary>
internal static class AnswerReports
{
    public static AnswerReport Create(Question question, ChatResponse response, IReadOnlyDictionary<string, string> documents, AskPlan plan, TraceNode? trace)
    {
        LlmResponseDetails details = response.GetDetails();
        Citations citations = Citations.Read(TextOf(response), details.Citations, documents, details.Context);
        return new AnswerReport
        {
            Question = question.Text,
            FaultInjected = question.InjectFault,
            Answered = details.Answered,
            Answer = citations.Answer,
            Citations = citations.Reports,
            RejectedCitations = details.RejectedCitations + citations.Rejected,
            Model = response.ModelId,
            FromCache = details.FromCache,
            Attempts = [.. AttemptsOf(details)],
            InputTokens = response.Usage?.InputTokenCount,
            OutputTokens = response.Usage?.OutputTokenCount,
            Cost = details.Cost,
            Local = IsLocal(response, details),
            Groundedness = details.Quality?.Groundedness.Value,
            GroundednessReason = details.Quality?.Groundedness.Reason,
            Warnings = details.Quality?.Warnings ?? [],
            Decisions = [.. details.Decisions, .. details.Failover?.Explain() ?? []],
            Panel = details.Ensemble is { } ensemble ? PanelReports.Create(ensemble, plan.Members) : null,
            Trace = trace,
        };
    }

    /// <summary>The calls behind an answer.</summary>
    public static IEnumerable<AttemptReport> AttemptsOf(LlmResponseDetails details) => details.Failover?.Attempts.Select(Describe) ?? [];

    /// <summary>How an attempt ended, in a few words.</summary>
    public static string OutcomeOf(FailoverAttempt attempt) => attempt.Error switch
    {
        null => "answered",
        { StatusCode: { } status } error => string.Create(CultureInfo.InvariantCulture, $"failed with {error.Category} (status {status})"),
        { } error => $"failed with {error.Category}",
    };

    private static AttemptReport Describe(FailoverAttempt attempt) => new(attempt.ModelId, OutcomeOf(attempt), attempt.Duration.TotalMilliseconds);

    // Regions of citations are offsets in the last message that has text.
    private static string TextOf(ChatResponse response) => response.Messages.LastOrDefault(message => message.Contents.OfType<TextContent>().Any())?.Text ?? "";

    private static bool IsLocal(ChatResponse response, LlmResponseDetails details) => details.Ensemble is { } ensemble
        ? ensemble.Contributions.All(one => LocalModels.Contains(one.ModelId))
        : details.Route?.Candidates.Any(candidate => candidate.Model.Id == response.ModelId && candidate.Model.Provider == "local") == true;
}
