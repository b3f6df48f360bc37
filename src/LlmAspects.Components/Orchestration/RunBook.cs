namespace LlmAspects.Components.Orchestration;

/// <summary>The workflows that run, and the status of the last ones that have ended. Thread-safe.</summary>
internal sealed class RunBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<WorkflowCheckpointKey, WorkflowExecution> _running = [];
    private readonly Dictionary<WorkflowCheckpointKey, WorkflowStatus> _ended = [];
    private readonly Queue<WorkflowCheckpointKey> _order = new();

    /// <summary>A workflow begins.</summary>
    /// <exception cref="LlmOrchestratorException">One with its id is running.</exception>
    public void Begin(WorkflowExecution execution)
    {
        lock (_gate)
        {
            if (!_running.TryAdd(execution.Key, execution))
            {
                throw new LlmOrchestratorException("workflow_running", $"A workflow with the id '{execution.Id}' is running. Wait for it, or use another id.");
            }
        }
    }

    public void End(WorkflowExecution execution)
    {
        WorkflowStatus status = execution.Status();
        lock (_gate)
        {
            _running.Remove(execution.Key);
            if (!_ended.ContainsKey(execution.Key))
            {
                _order.Enqueue(execution.Key);
            }

            _ended[execution.Key] = status;
            while (_order.Count > execution.Options.HistorySize)
            {
                _ended.Remove(_order.Dequeue());
            }
        }
    }

    public WorkflowStatus? Find(WorkflowCheckpointKey key)
    {
        lock (_gate)
        {
            return _running.TryGetValue(key, out WorkflowExecution? execution) ? execution.Status() : _ended.GetValueOrDefault(key);
        }
    }
}
