using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What a workflow spent so far, and what a further step may cost. Thread-safe.</summary>
internal sealed class Spending(decimal? limit)
{
    private readonly Lock _gate = new();
    private decimal _decomposition;
    private decimal _synthesis;
    private decimal _nodes;
    private int _calls;
    private int _unpriced;
    private int _steps = 1;
    private UsageDetails? _usage;

    public WorkflowCost Cost
    {
        get
        {
            lock (_gate)
            {
                return new WorkflowCost(Known, _decomposition, _synthesis, _calls, _unpriced);
            }
        }
    }

    /// <summary>What was reported over all calls; null when nothing was.</summary>
    public UsageDetails? Usage
    {
        get
        {
            lock (_gate)
            {
                return ResponseCopy.Of(_usage);
            }
        }
    }

    private decimal Known => _decomposition + _synthesis + _nodes;

    /// <summary>How many steps share what is left.</summary>
    public void Expect(int steps)
    {
        lock (_gate)
        {
            _steps = steps;
        }
    }

    /// <summary>A step has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _steps--;
        }
    }

    /// <summary>The share of a step that begins, in US dollars; null without a limit.</summary>
    public decimal? Share()
    {
        if (limit is null)
        {
            return null;
        }

        lock (_gate)
        {
            return Math.Max(0, limit.Value - Known) / Math.Max(1, _steps);
        }
    }

    /// <summary>Books a call that was answered.</summary>
    public void Book(SpendingPart part, decimal? cost, UsageDetails? usage)
    {
        lock (_gate)
        {
            _calls++;
            if (usage is not null)
            {
                (_usage ??= new UsageDetails()).Add(usage);
            }

            switch (part)
            {
                case var _ when cost is null:
                    _unpriced++;
                    break;
                case SpendingPart.Decomposition:
                    _decomposition += cost.Value;
                    break;
                case SpendingPart.Synthesis:
                    _synthesis += cost.Value;
                    break;
                default:
                    _nodes += cost.Value;
                    break;
            }
        }
    }
}
