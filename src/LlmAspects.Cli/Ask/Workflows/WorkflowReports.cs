using LlmAspects.Cli.Models;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pipeline;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>Collects what a workflow says about its answer.</summary>
/// <param name="result">What came of it.</param>
/// <param name="log">The answers of its calls.</param>
/// <param name="documents">The texts by document id.</param>
internal sealed class WorkflowReports(WorkflowResult result, ResponseLog log, IReadOnlyDictionary<string, string> documents)
{
    public AnswerReport Create(AskPlan plan, Question question, TraceNode? trace)
    {
        WorkflowPart[] parts = [.. Parts()];
        WorkflowPart[] answered = [.. parts.Where(part => part.Details is not null)];
        AnswerText text = AnswerText.Of(result.Text!, answered);
        UsageDetails? usage = UsageOf();
        return new AnswerReport
        {
            Question = question.Text,
            Answered = answered.Any(part => part.Details!.Answered),
            Answer = text.Answer,
            Citations = text.Citations,
            RejectedCitations = answered.Sum(part => part.Citations.Rejected + part.Details!.RejectedCitations),
            Model = string.Join(", ", result.ModelsUsed),
            Attempts = [.. log.Responses.SelectMany(AttemptsOf)],
            InputTokens = usage?.InputTokenCount,
            OutputTokens = usage?.OutputTokenCount,
            Cost = result.Cost.Total,
            Local = plan.IsLocal,
            Groundedness = answered is [{ Details: { } only }] ? only.Quality?.Groundedness.Value : null,
            GroundednessReason = answered is [{ Details: { } one }] ? one.Quality?.Groundedness.Reason : "each part has its own score",
            Warnings = [.. answered.SelectMany(part => part.Details!.Quality?.Warnings ?? []).Distinct(StringComparer.Ordinal)],
            Decisions = [.. result.Decisions, .. parts.SelectMany(part => part.Node.Decisions)],
            Workflow = new WorkflowReport(result.Strategy, result.Decomposition!.Source, result.Cost.Calls, result.Cost.Decomposition, result.Cost.Synthesis, [.. parts.Select(Describe)]),
            Trace = trace,
        };
    }

    private IEnumerable<WorkflowPart> Parts()
    {
        int before = 0;
        foreach (NodeResult node in result.Nodes)
        {
            ChatResponse? response = log.Find(node.Text);
            LlmResponseDetails? details = response?.GetDetails();
            Citations citations = Citations.Read(node.Text ?? "", details?.Citations ?? [], documents, details?.Context, before);
            before += citations.Reports.Count;
            yield return new WorkflowPart(node, details, citations);
        }
    }

    private NodeReport Describe(WorkflowPart part)
    {
        WorkflowNode definition = result.Decomposition!.Workflow.Nodes.First(node => node.Id == part.Node.NodeId);
        return new NodeReport
        {
            Id = part.Node.NodeId,
            Question = definition.Prompt,
            DependsOn = [.. definition.DependsOn],
            State = part.Node.State,
            Model = part.Node.ModelId,
            Quality = part.Node.Quality,
            Confidence = part.Node.Confidence,
            Calls = part.Node.Calls,
            Cost = part.Node.Cost,
            Local = LocalModels.Contains(part.Node.ModelId),
            DurationMilliseconds = part.Node.Duration.TotalMilliseconds,
            Answer = part.Node.Text is null ? null : part.Citations.Answer,
            Citations = part.Citations.Reports,
        };
    }

    private UsageDetails? UsageOf()
    {
        UsageDetails? sum = null;
        foreach (UsageDetails usage in log.Responses.Select(response => response.Usage).OfType<UsageDetails>())
        {
            (sum ??= new UsageDetails()).Add(usage);
        }

        return sum;
    }

    private static IEnumerable<AttemptReport> AttemptsOf(ChatResponse response) =>
        response.TryGetDetails(out LlmResponseDetails? details) ? AnswerReports.AttemptsOf(details) : [];
}
