using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Carries out the nodes of one workflow: what they ask, their policies, their checkpoints. For one workflow.</summary>
internal sealed class NodeRunner(
    WorkflowExecution execution, AnswerLoop loop, AnswerJudge judge, StepMessages messages, MultiModelEnsembler? ensembler, Func<NodeWork, CancellationToken, ValueTask<ChatResponse>> ask, TimeProvider time)
{
    /// <summary>Carries out a node. What fails is its result, never an exception; only cancellation is one.</summary>
    /// <returns>Whether the workflow may go on.</returns>
    public async ValueTask<bool> RunAsync(int place, CancellationToken cancellationToken)
    {
        WorkflowNode node = execution.Workflow.Nodes[place];
        if (execution.Checkpoints.Find(node.Id) is { } kept)
        {
            execution.End(place, Restored(kept), WorkflowEventKind.NodeRestored);
            return true;
        }

        if (MissingDependency(place) is { } missing)
        {
            string reason = $"It needs '{missing}', which has no result.";
            execution.End(place, new NodeResult(node.Id, NodeState.Skipped) { Decisions = [Of("skip", reason)] }, WorkflowEventKind.NodeSkipped, reason);
            return true;
        }

        execution.Set(place, NodeState.Running);
        execution.Report(WorkflowEventKind.NodeStarted, node.Id);
        return await AskAsync(node, place, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> AskAsync(WorkflowNode node, int place, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        var tally = new CallTally();
        (ModelQuestion question, ComplexityEstimate? complexity) = QuestionOf(node, place, tally);
        NodeResult result;
        try
        {
            ChatResponse response = await ask(new NodeWork(node, question, tally, loop), cancellationToken).ConfigureAwait(false);
            result = Result(node, NodeState.Succeeded, response.Text, tally);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            result = await RecoverAsync(node, question, tally, error, cancellationToken).ConfigureAwait(false);
        }

        result = result with { Complexity = complexity, Duration = time.GetElapsedTime(start) };
        await KeepAsync(result, cancellationToken).ConfigureAwait(false);
        execution.End(place, result, KindOf(result.State), result.Error?.Message);
        return result.State != NodeState.Failed;
    }

    private async ValueTask<NodeResult> RecoverAsync(WorkflowNode node, ModelQuestion question, CallTally tally, Exception error, CancellationToken cancellationToken)
    {
        tally.Decisions.Add(Of(node.OnFailure.ToString(), $"It failed: {error.GetType().Name}."));
        switch (node.OnFailure)
        {
            case NodeFailurePolicy.Skip:
                return Result(node, NodeState.Skipped, tally.Last?.Text, tally) with { Error = error };
            case NodeFailurePolicy.Fallback:
                return await FallBackAsync(node, question, tally, error, cancellationToken).ConfigureAwait(false);
            default:
                return Result(node, NodeState.Failed, tally.Last?.Text, tally) with { Error = error };
        }
    }

    private async ValueTask<NodeResult> FallBackAsync(WorkflowNode node, ModelQuestion question, CallTally tally, Exception error, CancellationToken cancellationToken)
    {
        if (node.FallbackModelId is { } modelId)
        {
            try
            {
                ChatResponse response = await ask(new NodeWork(node, question with { ModelId = modelId, Panel = null }, tally, loop), cancellationToken).ConfigureAwait(false);
                return Result(node, NodeState.FellBack, response.Text, tally) with { Error = error };
            }
            catch (Exception second) when (!cancellationToken.IsCancellationRequested)
            {
                tally.Decisions.Add(Of(modelId, $"The fallback model failed: {second.GetType().Name}."));
                error = new AggregateException(error, second);
            }
        }

        return node.FallbackText is { } text
            ? Result(node, NodeState.FellBack, text, tally) with { ModelId = null, Quality = null, Confidence = null, Error = error }
            : Result(node, NodeState.Failed, tally.Last?.Text, tally) with { Error = error };
    }

    private (ModelQuestion Question, ComplexityEstimate? Complexity) QuestionOf(WorkflowNode node, int place, CallTally tally)
    {
        (MultiModelEnsembler? panel, ComplexityEstimate? complexity) = PanelFor(node, tally);
        OrchestratorOptions options = execution.Options;
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan left = execution.Deadline - now;
        var question = new ModelQuestion(node.Id, SpendingPart.Node, messages.Of(node.Instructions, execution.Request.Conversation, node.Prompt, execution.AnswersOf(execution.Workflow.Graph.DependenciesOf(place))))
        {
            ModelId = node.ModelId,
            Task = node.Task,
            Format = node.ResponseFormat,
            Panel = panel,
            Kind = node is { AnswerKind: AnswerKind.Automatic, ResponseFormat: ChatResponseFormatJson } ? AnswerKind.Json : node.AnswerKind,
            MaxRetries = node.MaxRetries ?? options.MaxRetries,
            Deadline = (node.TimeLimit ?? options.NodeTimeLimit) is { } limit && limit < left ? now + limit : execution.Deadline,
            Judge = (response, asked) => judge.Judge(node, response, asked),
            OnRetry = reason => execution.Report(WorkflowEventKind.NodeRetried, node.Id, reason),
        };
        return (question, complexity);
    }

    private (MultiModelEnsembler? Panel, ComplexityEstimate? Complexity) PanelFor(WorkflowNode node, CallTally tally)
    {
        if (ensembler is null || node.ModelId is not null || execution.Strategy is not (OrchestrationStrategy.Adaptive or OrchestrationStrategy.Ensemble))
        {
            return (null, null);
        }

        if (execution.Strategy == OrchestrationStrategy.Ensemble)
        {
            return (ensembler, null);
        }

        OrchestratorOptions options = execution.Options;
        ComplexityEstimate complexity = options.Complexity.Estimate(node.Prompt, node.Task ?? execution.Scope.Task ?? LlmTask.General);
        bool isComplex = complexity.Probability > options.ComplexityThreshold;
        string comparison = isComplex ? "above" : "not above";
        tally.Decisions.Add(Of(isComplex ? "panel" : "one model", FormattableString.Invariant($"The complexity {complexity.Probability:0.00} is {comparison} {options.ComplexityThreshold:0.00}.")));
        return (isComplex ? ensembler : null, complexity);
    }

    private string? MissingDependency(int place)
    {
        foreach (int dependency in execution.Workflow.Graph.DependenciesOf(place))
        {
            if (execution.Results[dependency] is not { HasAnswer: true })
            {
                return execution.Workflow.Nodes[dependency].Id;
            }
        }

        return null;
    }

    private ValueTask KeepAsync(NodeResult result, CancellationToken cancellationToken) => result.HasAnswer
        ? execution.Checkpoints.SaveAsync(
            new NodeCheckpoint(result.NodeId, execution.Hash, result.Text!)
            {
                FellBack = result.State == NodeState.FellBack,
                ModelId = result.ModelId,
                Quality = result.Quality,
                Confidence = result.Confidence,
                Cost = result.Cost,
            },
            cancellationToken)
        : ValueTask.CompletedTask;

    private static NodeResult Restored(NodeCheckpoint kept) => new(kept.Step, kept.FellBack ? NodeState.FellBack : NodeState.Succeeded)
    {
        Text = kept.Text,
        ModelId = kept.ModelId,
        Quality = kept.Quality,
        Confidence = kept.Confidence,
        Cost = kept.Cost,
        IsRestored = true,
        Decisions = [Of("restore", "The checkpoint has its answer.")],
    };

    private static NodeResult Result(WorkflowNode node, NodeState state, string? text, CallTally tally) => new(node.Id, state)
    {
        Text = text,
        ModelId = tally.ModelId,
        Quality = tally.Quality,
        Calls = tally.Calls,
        Usage = tally.Usage,
        Cost = tally.Cost,
        Confidence = tally.Confidence,
        Decisions = tally.Decisions.ToImmutable(),
    };

    private static WorkflowEventKind KindOf(NodeState state) => state switch
    {
        NodeState.Succeeded => WorkflowEventKind.NodeFinished,
        NodeState.FellBack => WorkflowEventKind.NodeFellBack,
        NodeState.Skipped => WorkflowEventKind.NodeSkipped,
        _ => WorkflowEventKind.NodeFailed,
    };

    private static Decision Of(string choice, string reason) => new(MultiLlmOrchestrator.Component, choice, reason);
}
