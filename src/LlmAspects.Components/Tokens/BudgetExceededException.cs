namespace LlmAspects.Components.Tokens;

/// <summary>A reservation does not fit what is left of a budget.</summary>
public sealed class BudgetExceededException : LlmResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="tenant">Whose budget.</param>
    /// <param name="requested">The tokens asked for.</param>
    /// <param name="available">The tokens left.</param>
    public BudgetExceededException(string tenant, long requested, long available)
        : base(
            "budget_exceeded",
            $"The token budget of tenant '{tenant}' has {available} tokens left; the request needs up to {requested}. Raise the budget, lower MaxOutputTokens, or wait for the next period.")
    {
        Tenant = tenant;
        Requested = requested;
        Available = available;
    }

    /// <summary>Creates the exception for a workflow that has less left than its tenant.</summary>
    /// <param name="tenant">Whose budget.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="requested">The tokens asked for.</param>
    /// <param name="available">The tokens left.</param>
    public BudgetExceededException(string tenant, string workflow, long requested, long available)
        : base(
            "budget_exceeded",
            $"The token budget of workflow '{workflow}' of tenant '{tenant}' has {available} tokens left; the request needs up to {requested}. Raise WorkflowTokens, lower MaxOutputTokens, or wait for the next period.")
    {
        Tenant = tenant;
        Workflow = workflow;
        Requested = requested;
        Available = available;
    }

    /// <summary>Whose budget.</summary>
    public string Tenant { get; }

    /// <summary>The workflow whose limit is the tighter one; <see langword="null"/> when it is the tenant's.</summary>
    public string? Workflow { get; }

    /// <summary>The tokens asked for.</summary>
    public long Requested { get; }

    /// <summary>The tokens left.</summary>
    public long Available { get; }
}
