using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

// One workflow from its beginning to its end.
public sealed partial class MultiLlmOrchestrator
{
    [ErrorContext, TracePerformance]
    private static partial ValueTask<ChatResponse> AskNodeAsync(NodeWork work, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance]
    private static partial ValueTask<Decomposition> PlanAsync(Planner planner, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance]
    private static partial ValueTask<(string? Text, string? ModelId)> SynthesizeAsync(Synthesizer synthesizer, CancellationToken cancellationToken);

    private static ValueTask<ChatResponse> AskNodeCoreAsync(NodeWork work, CancellationToken cancellationToken) => work.Loop.AskAsync(work.Question, work.Tally, cancellationToken);

    private static ValueTask<Decomposition> PlanCoreAsync(Planner planner, CancellationToken cancellationToken) => planner.PlanAsync(cancellationToken);

    private static ValueTask<(string? Text, string? ModelId)> SynthesizeCoreAsync(Synthesizer synthesizer, CancellationToken cancellationToken) => synthesizer.JoinAsync(cancellationToken);

    private Task<WorkflowResult> RunCoreAsync(WorkflowRequest request, CancellationToken cancellationToken) => CarryOutAsync(request, sink: null, cancellationToken);

    private async IAsyncEnumerable<WorkflowEvent> StreamCoreAsync(WorkflowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateUnbounded<WorkflowEvent>(new UnboundedChannelOptions { SingleReader = true });
        Task<WorkflowResult> run = WriteAsync(request, events.Writer, stop.Token);
        try
        {
            await foreach (WorkflowEvent one in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return one;
            }

            await run.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<WorkflowResult> WriteAsync(WorkflowRequest request, ChannelWriter<WorkflowEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await CarryOutAsync(request, one => events.TryWrite(one), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            events.Complete();
        }
    }

    private async Task<Decomposition> DecomposeCoreAsync(WorkflowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Text is null)
        {
            throw new ArgumentException("A workflow is divided already.", nameof(request));
        }

        WorkflowExecution execution = Execution(request, sink: null);
        execution.Checkpoints = await WorkflowCheckpoints.LoadAsync(null, execution.Key, cancellationToken).ConfigureAwait(false);
        return await PlanAsync(new Planner(execution, Loop(execution), _messages), cancellationToken).ConfigureAwait(false);
    }

    private async Task<WorkflowResult> CarryOutAsync(WorkflowRequest request, Action<WorkflowEvent>? sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        WorkflowExecution execution = Execution(request, sink);
        _runs.Begin(execution);
        WorkflowResult? result = null;
        try
        {
            result = await CarryOutAsync(execution, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            result ??= execution.Finish(cancellationToken.IsCancellationRequested ? WorkflowState.Cancelled : WorkflowState.Failed, text: null);
            _tally.Add(result);
            _runs.End(execution);
            execution.Report(result);
        }

        return result.State == WorkflowState.Succeeded ? result : throw new WorkflowFailedException(result, result.Nodes.FirstOrDefault(static node => node.Error is not null)?.Error);
    }

    private async ValueTask<WorkflowResult> CarryOutAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        execution.Report(WorkflowEventKind.Started);
        AnswerLoop loop = Loop(execution);
        execution.Checkpoints = await WorkflowCheckpoints.LoadAsync(_checkpoints, execution.Key, cancellationToken).ConfigureAwait(false);
        execution.Begin(await WorkflowOfAsync(execution, loop, cancellationToken).ConfigureAwait(false));
        execution.Checkpoints.Require(execution.Hash);
        if (!await RunNodesAsync(execution, loop, cancellationToken).ConfigureAwait(false))
        {
            return execution.Finish(WorkflowState.Failed, text: null);
        }

        (string? text, string? modelId) = await SynthesizeAsync(new Synthesizer(execution, loop, _messages), cancellationToken).ConfigureAwait(false);
        return execution.Finish(text is null ? WorkflowState.Failed : WorkflowState.Succeeded, text, modelId);
    }

    private async ValueTask<Workflow> WorkflowOfAsync(WorkflowExecution execution, AnswerLoop loop, CancellationToken cancellationToken)
    {
        Workflow? workflow = execution.Request.Workflow;
        if (workflow is null)
        {
            execution.Decomposition = await PlanAsync(new Planner(execution, loop, _messages), cancellationToken).ConfigureAwait(false);
            execution.Report(WorkflowEventKind.Decomposed, reason: execution.Decomposition.Decisions[^1].Reason);
            workflow = execution.Decomposition.Workflow;
        }

        return execution.Strategy == OrchestrationStrategy.Pipeline ? workflow.Chained() : workflow;
    }

    /// <returns>Whether every node that must not fail has an answer.</returns>
    private async ValueTask<bool> RunNodesAsync(WorkflowExecution execution, AnswerLoop loop, CancellationToken cancellationToken)
    {
        var judge = new AnswerJudge(execution.Options, execution.Key.Tenant, execution.Options.Quality ?? _quality.Measure);
        var runner = new NodeRunner(execution, loop, judge, _messages, _ensembler, AskNodeAsync, _time);
        bool hasFailed = false;
        DagScheduler? scheduler = null;
        scheduler = new DagScheduler(execution.Workflow.Graph, ParallelOf(execution), RunAsync);
        try
        {
            await scheduler.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception) when (hasFailed)
        {
            // The others were cancelled because one failed; what their calls said to that, or at the same moment, is not why.
        }

        return !hasFailed;

        async ValueTask RunAsync(int node, CancellationToken stop)
        {
            if (!await runner.RunAsync(node, stop).ConfigureAwait(false))
            {
                hasFailed = true;
                scheduler!.Stop();
            }
        }
    }

    private static int ParallelOf(WorkflowExecution execution) =>
        execution.Strategy is OrchestrationStrategy.Sequential or OrchestrationStrategy.Pipeline ? 1 : execution.Options.MaxParallel;

    private WorkflowExecution Execution(WorkflowRequest request, Action<WorkflowEvent>? sink) =>
        new(request.WorkflowId ?? Guid.NewGuid().ToString("N"), request, LlmChatOptions.From(request.Options), _options, _time, sink);

    private AnswerLoop Loop(WorkflowExecution execution) => new(new ModelCaller(_client, execution.Scope, execution.Options, execution.Spending, _time), execution.Spending);
}
