using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What the calls of one step came to, also when it failed. For one step.</summary>
internal sealed class CallTally
{
    private decimal _cost;
    private bool _isUnpriced;

    public int Calls { get; set; }

    public UsageDetails? Usage { get; private set; }

    /// <summary>The last answer, good or bad.</summary>
    public ChatResponse? Last { get; private set; }

    public string? ModelId { get; private set; }

    public double? Quality { get; set; }

    public double? Confidence { get; private set; }

    public ImmutableArray<Decision>.Builder Decisions { get; } = ImmutableArray.CreateBuilder<Decision>(0);

    /// <summary>The sum of the prices; null when one is not known, or no call was answered.</summary>
    public decimal? Cost => _isUnpriced || Last is null ? null : _cost;

    public void Add(ModelAnswer answer)
    {
        Last = answer.Response;
        ModelId = answer.ModelId;
        Confidence = answer.Confidence;
        _cost += answer.Cost ?? 0;
        _isUnpriced |= answer.Cost is null;
        Decisions.AddRange(answer.Decisions);
        if (answer.Usage is { } usage)
        {
            (Usage ??= new UsageDetails()).Add(usage);
        }
    }
}
