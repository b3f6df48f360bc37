using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>An answer of a model or a panel.</summary>
/// <param name="Response">The answer.</param>
/// <param name="ModelId">Who gave it; null when nobody said.</param>
/// <param name="Usage">What was reported over all members.</param>
/// <param name="Cost">What it cost; null when that is not known.</param>
/// <param name="Confidence">The confidence of a panel.</param>
/// <param name="Decisions">Why this answer.</param>
internal sealed record ModelAnswer(ChatResponse Response, string? ModelId, UsageDetails? Usage, decimal? Cost, double? Confidence, ImmutableArray<Decision> Decisions);
