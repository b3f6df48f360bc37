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

    /// <summary>Whose budget.</summary>
    public string Tenant { get; }

    /// <summary>The tokens asked for.</summary>
    public long Requested { get; }

    /// <summary>The tokens left.</summary>
    public long Available { get; }
}
