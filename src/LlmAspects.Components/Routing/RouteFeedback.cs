using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

/// <summary>Teaches a router how calls went. Thread-safe.</summary>
internal sealed class RouteFeedback(LlmRouter router)
{
    /// <summary>Teaches an outcome.</summary>
    /// <returns><see langword="false"/> when the model has left the catalogue while it answered: the answer counts, what is learned of the model does not.</returns>
    public bool Teach(string modelId, LlmTask task, string tenant, ModelOutcome outcome)
    {
        try
        {
            router.ReportOutcome(modelId, task, outcome, tenant);
            return true;
        }
        catch (UnknownModelException)
        {
            return false;
        }
    }

    /// <summary>Teaches the failures before an answer. What was not the model's fault (a rate limit, a refused key) says nothing about how well it answers.</summary>
    public void TeachFailures(FailoverReport? report, LlmTask task, string tenant)
    {
        foreach (FailoverAttempt attempt in report?.Attempts ?? [])
        {
            if (attempt.Error is { CountsAgainstBreaker: true })
            {
                Teach(attempt.ModelId, task, tenant, new ModelOutcome(Succeeded: false));
            }
        }
    }
}
