using System.Security.Cryptography;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>
/// Carries out workflows of several model calls: divides requests, runs nodes as soon as their dependencies have ended, asks again after bad answers, follows each node's policy when it
/// fails, joins the results, adds up what everything cost, and continues from checkpoints. Thread-safe.
/// </summary>
/// <remarks>A call that failed is repeated by the <see cref="LlmFailoverHandler"/> below and by nobody else. A node begins on the thread that ended its last dependency.</remarks>
[LlmComponent(Component)]
public sealed partial class MultiLlmOrchestrator
{
    internal const string Component = "multi_llm_orchestrator";

    private readonly IChatClient _client;
    private readonly MultiModelEnsembler? _ensembler;
    private readonly IWorkflowCheckpointStore? _checkpoints;
    private readonly TimeProvider _time;
    private readonly StepMessages _messages;
    private readonly MeasuredQuality _quality;
    private readonly OrchestratorTally _tally = new();
    private readonly RunBook _runs = new();
    private volatile OrchestratorOptions _options;

    /// <summary>Creates an orchestrator.</summary>
    /// <param name="client">
    /// Answers the nodes: a <see cref="Pipeline.LlmPipeline"/>, or any client. Where a node names a model it is asked with <see cref="ChatOptions.ModelId"/> set and
    /// <see cref="LlmChatOptions.AllowFallback"/> off. It is not disposed.
    /// </param>
    /// <param name="options">Strategy, limits and thresholds; <see langword="null"/> gives the defaults.</param>
    /// <param name="ensembler">The panel for complex nodes; <see langword="null"/> takes that of <paramref name="client"/>, and asks one model every time where it has none.</param>
    /// <param name="checkpoints">Where nodes that have ended are kept; <see langword="null"/> keeps nothing. Answers are written to it as they are.</param>
    /// <param name="qualityMonitor">Measures answers that nobody else measured; <see langword="null"/> is a monitor with its defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <param name="random">Where the fences around results come from, thread-safe; <see langword="null"/> is the system's cryptographic source.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public MultiLlmOrchestrator(
        IChatClient client,
        OrchestratorOptions? options = null,
        MultiModelEnsembler? ensembler = null,
        IWorkflowCheckpointStore? checkpoints = null,
        LlmQualityMonitor? qualityMonitor = null,
        TimeProvider? timeProvider = null,
        RandomNumberGenerator? random = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options ?? new OrchestratorOptions();
        _options.Validate();
        _ensembler = ensembler ?? client.GetService<MultiModelEnsembler>();
        _checkpoints = checkpoints;
        _time = timeProvider ?? TimeProvider.System;
        _quality = new MeasuredQuality(qualityMonitor ?? new LlmQualityMonitor(timeProvider: _time));
        _messages = new StepMessages(new FenceSource(random));
    }

    /// <summary>The options of workflows that begin now.</summary>
    public OrchestratorOptions Options => _options;

    /// <summary>What answers the nodes.</summary>
    internal IChatClient Client => _client;

    /// <summary>Carries out a workflow, or divides a request and carries out its parts.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="cancellationToken">Cancels every call; the store keeps what had ended.</param>
    /// <returns>The answer with the results of all nodes; nodes that failed and may are named.</returns>
    /// <exception cref="WorkflowFailedException">A node failed that must not, or no node has a result; it tells what became of each.</exception>
    /// <exception cref="WorkflowCheckpointException">What is kept of the workflow is damaged or of another definition.</exception>
    /// <exception cref="LlmOrchestratorException">A workflow with its id is running.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<WorkflowResult> RunAsync(WorkflowRequest request, CancellationToken cancellationToken = default);

    /// <summary>Carries out what <see cref="RunAsync"/> does, and tells what happens meanwhile. Who stops reading gives the workflow up.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="cancellationToken">Cancels every call.</param>
    /// <returns>The events in their order; the last one has the result. A failure is told as an event, then thrown.</returns>
    /// <exception cref="WorkflowFailedException">A node failed that must not, or no node has a result.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<WorkflowEvent> StreamAsync(WorkflowRequest request, CancellationToken cancellationToken = default);

    /// <summary>Divides a request without carrying it out.</summary>
    /// <param name="request">The request, which must be a text.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The parts. Where a model cannot divide it, numbers and question marks do.</returns>
    /// <exception cref="ArgumentException">The request is a workflow.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<Decomposition> DecomposeAsync(WorkflowRequest request, CancellationToken cancellationToken = default);

    /// <summary>Estimates how likely a cheap model is to fail at a request.</summary>
    /// <param name="text">The request.</param>
    /// <param name="task">What it asks for.</param>
    [ErrorContext, TracePerformance]
    public partial ComplexityEstimate EstimateComplexity(string text, LlmTask task = LlmTask.General);

    /// <summary>How far a workflow is. Those that have ended are remembered for a while; see <see cref="OrchestratorOptions.HistorySize"/>.</summary>
    /// <param name="workflowId">Its id.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <returns><see langword="null"/> when no such workflow is known.</returns>
    [ErrorContext, TracePerformance]
    public partial WorkflowStatus? GetStatus(string workflowId, string tenant = "");

    /// <summary>Changes the options of workflows that begin later; those that run keep theirs.</summary>
    /// <param name="change">Makes the new options of the current ones; may run more than once.</param>
    /// <returns>The new options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range; nothing is changed.</exception>
    [ErrorContext, TracePerformance]
    public partial OrchestratorOptions Configure(Func<OrchestratorOptions, OrchestratorOptions> change);

    /// <summary>Forgets what the store keeps of a workflow.</summary>
    /// <param name="workflowId">Its id.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether anything was kept.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<bool> ForgetAsync(string workflowId, string tenant = "", CancellationToken cancellationToken = default);

    /// <summary>What was done so far.</summary>
    [ErrorContext, TracePerformance]
    public partial OrchestratorStatistics GetStatistics();

    private ComplexityEstimate EstimateComplexityCore(string text, LlmTask task) => _options.Complexity.Estimate(text, task);

    private WorkflowStatus? GetStatusCore(string workflowId, string tenant)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(tenant);
        return _runs.Find(new WorkflowCheckpointKey(tenant, workflowId));
    }

    private OrchestratorOptions ConfigureCore(Func<OrchestratorOptions, OrchestratorOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            OrchestratorOptions current = _options;
            OrchestratorOptions changed = change(current);
            ArgumentNullException.ThrowIfNull(changed, nameof(change));
            changed.Validate();
            if (Interlocked.CompareExchange(ref _options, changed, current) == current)
            {
                return changed;
            }
        }
    }

    private ValueTask<bool> ForgetCoreAsync(string workflowId, string tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(tenant);
        return _checkpoints?.RemoveAsync(new WorkflowCheckpointKey(tenant, workflowId), cancellationToken) ?? ValueTask.FromResult(false);
    }

    private OrchestratorStatistics GetStatisticsCore() => _tally.Snapshot(_ensembler?.GetStatistics());
}
