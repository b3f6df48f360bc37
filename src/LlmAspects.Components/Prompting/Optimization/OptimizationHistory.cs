namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The last queries, in a ring: a further one takes the place of the oldest. Thread-safe.</summary>
internal sealed class OptimizationHistory(int capacity)
{
    private readonly Lock _gate = new();
    private readonly List<OptimizationRecord> _records = [];
    private int _oldest;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _records.Count;
            }
        }
    }

    public void Add(OptimizationRecord record)
    {
        lock (_gate)
        {
            if (_records.Count < capacity)
            {
                _records.Add(record);
                return;
            }

            _records[_oldest] = record;
            _oldest = (_oldest + 1) % capacity;
        }
    }

    /// <summary>The records of a tenant, oldest first.</summary>
    public IReadOnlyList<OptimizationRecord> Of(string tenant)
    {
        lock (_gate)
        {
            return [.. _records.Skip(_oldest).Concat(_records.Take(_oldest)).Where(record => string.Equals(record.Tenant, tenant, StringComparison.Ordinal))];
        }
    }
}
