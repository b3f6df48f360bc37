using LlmAspects.Components.Caching;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>The stages after a model has answered: quality measured, usage booked, router and query optimizer taught, citations checked.</summary>
internal sealed class AnswerCompletion(RouteFeedback feedback, TokenCounter tokens, LlmQualityMonitor quality, PromptEngineer prompts)
{
    public CacheCandidate Complete(PreparedRequest request, in RouteDecision route, ChatResponse response, FailoverReport? failover)
    {
        QualityReport report = Measure(request, response);
        string served = response.ModelId ?? route.Model.Id;
        decimal? cost = Book(request, served, response, failover, report);
        feedback.TeachFailures(failover, request.Task, request.Options.Tenant);
        return new CacheCandidate(response) { PinnedModelId = request.Options.ModelId, Quality = report, Cost = cost };
    }

    /// <summary>Completes the answer of a panel; usage is booked and the router taught already, by the calls of its members.</summary>
    public CacheCandidate Complete(PreparedRequest request, EnsembleResult ensemble, ChatResponse response) => new(response)
    {
        Quality = Measure(request, response),
        Cost = ensemble.Cost,
        IsPartial = ensemble.IsPartial,
    };

    private QualityReport Measure(PreparedRequest request, ChatResponse response)
    {
        QualityReport report = quality.Evaluate(QualityRequest.Of(response, request.Context, request.Task, request.Options.Tenant));
        if (request.Prompt is { } prompt && report.Overall.Value is { } score)
        {
            prompts.ReportQuality(prompt, score);
        }

        return report;
    }

    private decimal? Book(PreparedRequest request, string served, ChatResponse response, FailoverReport? failover, QualityReport report)
    {
        if (!feedback.Teach(served, request.Task, request.Options.Tenant, new ModelOutcome(Succeeded: true) { Quality = report.Groundedness.Value }))
        {
            return null;
        }

        decimal? lost = BookFailures(failover);
        UsageDetails? usage = failover is null ? response.Usage : failover.ServedUsage;
        return usage is null ? null : tokens.RecordUsage(served, usage) + lost;
    }

    // What a broken attempt used has the price of its own model.
    private decimal? BookFailures(FailoverReport? failover)
    {
        decimal? cost = 0m;
        foreach (FailoverAttempt attempt in failover?.Attempts ?? [])
        {
            if (attempt is { Error: not null, Usage: { } usage })
            {
                cost += tokens.RecordUsage(attempt.ModelId, usage);
            }
        }

        return cost;
    }

    /// <summary>Attaches the details to the caller's own response.</summary>
    public static LlmResponseDetails Attach(PreparedRequest request, CachedAnswer answer, FreshAnswer asked)
    {
        FreshAnswer fresh = answer.Outcome == CacheOutcome.Miss ? asked : new FreshAnswer();
        // The pieces are part of the key: the citations of a stored answer point into the same ones.
        VerifiedCitations verified = CitationVerifier.Apply(answer.Response, request.Context);
        var details = new LlmResponseDetails
        {
            Answered = !ResponseProperties.SaysUnanswered(answer.Response),
            Task = request.Task,
            CacheOutcome = answer.Outcome,
            Route = fresh.Route,
            Failover = fresh.Failover,
            Ensemble = fresh.Ensemble,
            Quality = answer.Quality,
            Context = request.Context,
            Citations = verified.Citations,
            RejectedCitations = verified.Rejected,
            Cost = answer.Outcome == CacheOutcome.Miss ? answer.Cost : 0m,
            Decisions = [.. request.Decisions, CacheDecision(request, answer.Outcome), .. RouteDecisions(fresh.Route), .. fresh.Ensemble?.Decisions ?? []],
        };
        (answer.Response.AdditionalProperties ??= [])[ResponseProperties.Details] = details;
        return details;
    }

    private static Decision CacheDecision(PreparedRequest request, CacheOutcome outcome) => outcome switch
    {
        CacheOutcome.Hit => new Decision("llm_cache_layer", "hit", "The same request was answered before."),
        CacheOutcome.Similar => new Decision("llm_cache_layer", "similar", "A question that asks for the same was answered before."),
        CacheOutcome.Joined => new Decision("llm_cache_layer", "joined", "The same request was under way."),
        _ when request.Key is null => new Decision("llm_cache_layer", "bypass", "The request is not cached."),
        _ => new Decision("llm_cache_layer", "miss", "No equal request was answered before."),
    };

    private static IEnumerable<Decision> RouteDecisions(RouteDecision? route) => route is not { } decision
        ? []
        : [
            .. decision.Candidates.Select(candidate => new Decision("llm_router", candidate.Model.Id, candidate.Reason)),
            .. decision.Exclusions.Select(exclusion => new Decision("llm_router", $"not {exclusion.Model.Id}", exclusion.Reason)),
        ];
}
