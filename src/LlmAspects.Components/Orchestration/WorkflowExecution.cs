using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>The state of one workflow while it runs. Nodes write their own places only.</summary>
internal sealed class WorkflowExecution(string id, WorkflowRequest request, LlmChatOptions scope, OrchestratorOptions options, TimeProvider time, Action<WorkflowEvent>? sink)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();
    private int[] _states = [];
    private volatile Workflow? _workflow;
    private WorkflowState _state;

    public string Id => id;

    public WorkflowRequest Request => request;

    public LlmChatOptions Scope => scope;

    public OrchestratorOptions Options => options;

    public OrchestrationStrategy Strategy { get; } = request.Strategy ?? options.Strategy;

    public WorkflowCheckpointKey Key { get; } = new(scope.Tenant, id);

    public Spending Spending { get; } = new(scope.CostLimit);

    public WorkflowCheckpoints Checkpoints { get; set; } = null!;

    public Decomposition? Decomposition { get; set; }

    public DateTimeOffset Deadline { get; } = Earlier(time.GetUtcNow() + options.TimeLimit, scope.Deadline);

    public Workflow Workflow => _workflow!;

    /// <summary>The hash that checkpoints carry: of the nodes and of the conversation before them.</summary>
    public string Hash { get; private set; } = "";

    public NodeResult?[] Results { get; private set; } = [];

    public ImmutableArray<Decision>.Builder Decisions { get; } = ImmutableArray.CreateBuilder<Decision>();

    public void Begin(Workflow workflow)
    {
        Results = new NodeResult?[workflow.Nodes.Length];
        _states = new int[workflow.Nodes.Length];
        Hash = WorkflowHash.Of([workflow.DefinitionHash, .. request.Conversation.SelectMany(static message => new[] { message.Role.Value, message.Text })]);
        _workflow = workflow;
        Spending.Expect(workflow.Nodes.Length + 1);
    }

    public void Set(int node, NodeState state) => Volatile.Write(ref _states[node], (int)state);

    /// <summary>A node has ended.</summary>
    public void End(int node, NodeResult result, WorkflowEventKind kind, string? reason = null)
    {
        Results[node] = result;
        Set(node, result.State);
        Spending.End();
        if (sink is not null)
        {
            sink(new WorkflowEvent(kind, id, time.GetUtcNow()) { NodeId = result.NodeId, Node = result, Reason = reason });
        }
    }

    public void Report(WorkflowEventKind kind, string? nodeId = null, string? reason = null)
    {
        if (sink is not null)
        {
            sink(new WorkflowEvent(kind, id, time.GetUtcNow()) { NodeId = nodeId, Reason = reason });
        }
    }

    /// <summary>The last event; a workflow that was given up has none.</summary>
    public void Report(WorkflowResult result)
    {
        if (result.State != WorkflowState.Cancelled)
        {
            WorkflowEventKind kind = result.State == WorkflowState.Succeeded ? WorkflowEventKind.Completed : WorkflowEventKind.Failed;
            sink?.Invoke(new WorkflowEvent(kind, id, time.GetUtcNow()) { Result = result });
        }
    }

    /// <summary>The results of nodes that have answers.</summary>
    public IReadOnlyList<(string Id, string Text)> AnswersOf(ReadOnlySpan<int> nodes)
    {
        var answers = new List<(string, string)>(nodes.Length);
        foreach (int node in nodes)
        {
            if (Results[node] is { HasAnswer: true } result)
            {
                answers.Add((result.NodeId, result.Text!));
            }
        }

        return answers;
    }

    public WorkflowResult Finish(WorkflowState state, string? text, string? synthesizer = null)
    {
        _state = state;
        ImmutableArray<NodeResult> nodes = [.. Results.Select((result, node) => result ?? new NodeResult(Workflow.Nodes[node].Id, Ended((NodeState)_states[node])))];
        for (int node = 0; node < nodes.Length; node++)
        {
            Set(node, nodes[node].State);
        }

        return new WorkflowResult
        {
            WorkflowId = id,
            State = state,
            Strategy = Strategy,
            Text = text,
            Nodes = nodes,
            Decomposition = Decomposition,
            Cost = Spending.Cost,
            Usage = Spending.Usage,
            ModelsUsed = [.. nodes.Where(static node => node.HasAnswer).Select(static node => node.ModelId).Append(synthesizer).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Duration = time.GetElapsedTime(_start),
            Decisions = [.. Decomposition?.Decisions ?? [], .. Decisions],
        };
    }

    public WorkflowStatus Status() => new()
    {
        WorkflowId = id,
        State = _state,
        StartedAt = _startedAt,
        Deadline = Deadline,
        Cost = Spending.Cost,
        Nodes = _workflow is { } workflow ? [.. workflow.Nodes.Select((node, place) => KeyValuePair.Create(node.Id, (NodeState)Volatile.Read(ref _states[place])))] : [],
    };

    private static NodeState Ended(NodeState state) => state == NodeState.Running ? NodeState.Cancelled : state;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
