namespace LlmAspects.Components.Tokens;

/// <summary>Why a budget raised an alert.</summary>
public enum BudgetAlertKind
{
    /// <summary>The alert fraction of the limit is used.</summary>
    FractionReached,

    /// <summary>An attempt used more than it had reserved.</summary>
    SettledAboveReservation,
}
