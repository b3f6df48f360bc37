using System.Collections.Immutable;
using System.Text.Json;

namespace LlmAspects.Components.Orchestration;

/// <summary>Divides a request: by a model with a JSON schema, which is asked again with what was wrong; else by numbers and question marks. For one workflow.</summary>
internal sealed class Planner(WorkflowExecution execution, AnswerLoop loop, StepMessages messages)
{
    private const string WholeId = "answer";

    private readonly OrchestratorOptions _options = execution.Options;

    /// <summary>Divides the request of the workflow, or takes the plan that was kept.</summary>
    public async ValueTask<Decomposition> PlanAsync(CancellationToken cancellationToken)
    {
        string text = execution.Request.Text!;
        string hash = WorkflowHash.Of([text, .. execution.Request.Conversation.Select(static message => message.Text)]);
        if (execution.Checkpoints.FindPlan(hash) is { } kept)
        {
            var workflow = new Workflow(DecompositionJson.Read(kept.Text));
            return new Decomposition(workflow, SourceOf(kept.FellBack, workflow), [Of("restore", "The checkpoint has the plan.")]);
        }

        Decomposition plan = await DivideAsync(text, cancellationToken).ConfigureAwait(false);
        if (execution.Strategy == OrchestrationStrategy.Hierarchical)
        {
            plan = await DivideAgainAsync(plan, cancellationToken).ConfigureAwait(false);
        }

        var record = new NodeCheckpoint(WorkflowCheckpoints.Plan, hash, DecompositionJson.Write(plan.Workflow.Nodes)) { FellBack = plan.Source != DecompositionSource.Model, ModelId = _options.CoordinatorModelId };
        await execution.Checkpoints.SaveAsync(record, cancellationToken).ConfigureAwait(false);
        return plan;
    }

    private async ValueTask<Decomposition> DivideAsync(string text, CancellationToken cancellationToken)
    {
        if (!_options.DecomposeByModel)
        {
            return ByRules(text, []);
        }

        if (execution.Strategy == OrchestrationStrategy.Adaptive && RequestParts.Of(text).Parts.IsEmpty
            && _options.Complexity.Estimate(text, execution.Scope.Task ?? LlmTask.General) is var complexity && complexity.Probability <= _options.ComplexityThreshold)
        {
            return Whole(text, [Of("whole", FormattableString.Invariant($"It is one part, and its complexity {complexity.Probability:0.00} is not above {_options.ComplexityThreshold:0.00}."))]);
        }

        var tally = new CallTally();
        try
        {
            return await ByModelAsync(text, tally, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return ByRules(text, [.. tally.Decisions, Of("rules", $"The model did not divide it: {error.GetType().Name}.")]);
        }
    }

    private async ValueTask<Decomposition> ByModelAsync(string text, CallTally tally, CancellationToken cancellationToken)
    {
        Workflow? plan = null;
        var question = new ModelQuestion("decomposition", SpendingPart.Decomposition, messages.Of(Instructions(), execution.Request.Conversation, text, []))
        {
            ModelId = _options.CoordinatorModelId,
            Task = LlmTask.Analysis,
            Format = DecompositionJson.Format,
            MaxRetries = _options.MaxRetries,
            Deadline = execution.Deadline,
            Judge = (response, _) => Read(response.Text, out plan),
        };
        await loop.AskAsync(question, tally, cancellationToken).ConfigureAwait(false);
        int count = plan!.Nodes.Length;
        return count == 1
            ? Whole(text, [.. tally.Decisions, Of("whole", "The model found one part.")])
            : new Decomposition(plan, DecompositionSource.Model, [.. tally.Decisions, Of("model", $"It found {count} parts.")]);
    }

    private AnswerVerdict Read(string text, out Workflow? plan)
    {
        plan = null;
        try
        {
            WorkflowNode[] nodes = DecompositionJson.Read(text);
            if (nodes.Length > _options.MaxParts)
            {
                return new AnswerVerdict($"It has {nodes.Length} parts, more than {_options.MaxParts}.");
            }

            plan = new Workflow(nodes);
            return default;
        }
        catch (JsonException error)
        {
            return new AnswerVerdict("It is not the JSON that was asked for.", Detail: error.Message);
        }
        catch (InvalidWorkflowException error)
        {
            return new AnswerVerdict($"It is not a plan ({error.ErrorCode}).", Detail: error.Message);
        }
    }

    // A part that is divided stays, and joins what its own parts found.
    private async ValueTask<Decomposition> DivideAgainAsync(Decomposition plan, CancellationToken cancellationToken)
    {
        for (int depth = 0; depth < _options.MaxDepth && plan.Source != DecompositionSource.Whole; depth++)
        {
            WorkflowNode[] nodes = [.. plan.Workflow.Nodes];
            HashSet<string> joined = [.. nodes.Where(node => nodes.Any(other => other.Id.StartsWith(node.Id + PlanExpansion.Separator, StringComparison.Ordinal))).Select(static node => node.Id)];
            foreach (WorkflowNode node in nodes.Where(node => !joined.Contains(node.Id) && IsComplex(node)))
            {
                Decomposition parts = await DivideAsync(node.Prompt, cancellationToken).ConfigureAwait(false);
                ImmutableArray<Decision> decisions = [.. plan.Decisions, .. parts.Decisions];
                plan = plan with { Decisions = decisions };
                if (parts.Source != DecompositionSource.Whole && plan.Workflow.Nodes.Length + parts.Workflow.Nodes.Length <= _options.MaxParts)
                {
                    plan = plan with { Workflow = PlanExpansion.Expand(plan.Workflow, node, parts.Workflow) };
                }
            }
        }

        return plan;
    }

    private bool IsComplex(WorkflowNode node) =>
        _options.Complexity.Estimate(node.Prompt, execution.Scope.Task ?? LlmTask.General).Probability > _options.ComplexityThreshold;

    private Decomposition ByRules(string text, ImmutableArray<Decision> before)
    {
        RequestParts parts = RequestParts.Of(text);
        return parts.Parts.IsEmpty || parts.Parts.Length > _options.MaxParts
            ? Whole(text, before.Add(Of("whole", parts.Parts.IsEmpty ? "It has no numbered parts and no further questions." : $"It has {parts.Parts.Length} parts, more than {_options.MaxParts}.")))
            : new Decomposition(
                new Workflow(parts.Parts.Select((part, index) => new WorkflowNode(FormattableString.Invariant($"part-{index + 1}"), parts.Preamble.Length == 0 ? part : $"{parts.Preamble}\n\n{part}"))),
                DecompositionSource.Rules,
                before.Add(Of("rules", $"It has {parts.Parts.Length} parts by its numbers or question marks.")));
    }

    private string Instructions() =>
        "Divide the request of the user into the fewest parts that can each be answered by itself. Give every part a short id, a prompt that can be understood without the request, "
        + $"and the ids of the parts whose answers it needs. A request that is one question is one part. At most {_options.MaxParts} parts. Do not answer the request. "
        + "Reply with JSON only: {\"subtasks\": [{\"id\": text, \"prompt\": text, \"depends_on\": [id]}]}.";

    private static Decomposition Whole(string text, ImmutableArray<Decision> decisions) => new(new Workflow([new WorkflowNode(WholeId, text)]), DecompositionSource.Whole, decisions);

    private static DecompositionSource SourceOf(bool fellBack, Workflow workflow) =>
        workflow.Nodes.Length == 1 ? DecompositionSource.Whole : fellBack ? DecompositionSource.Rules : DecompositionSource.Model;

    private static Decision Of(string choice, string reason) => new(MultiLlmOrchestrator.Component, choice, reason);
}
