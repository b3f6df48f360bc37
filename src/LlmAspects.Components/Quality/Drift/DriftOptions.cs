namespace LlmAspects.Components.Quality.Drift;

/// <summary>When a fall of quality raises an alarm. Each tenant and profile has a baseline of its own.</summary>
public sealed record DriftOptions
{
    /// <summary>How many first scores make the baseline, their mean and standard deviation, at least 10. The default is 50.</summary>
    public int Baseline { get; init; } = 50;

    /// <summary>The weight of the newest score in the exponentially weighted moving average, above 0 and at most 1. The default is 0.2.</summary>
    public double EwmaWeight { get; init; } = 0.2;

    /// <summary>How many of its own standard deviations the average may fall below the mean, above 0. The default is 3.</summary>
    public double EwmaLimit { get; init; } = 3;

    /// <summary>The fall that the cumulative sum passes over, in standard deviations, 0 or more. The default is 0.5: it is quickest for a fall by one.</summary>
    public double CusumSlack { get; init; } = 0.5;

    /// <summary>The cumulative sum that raises an alarm, in standard deviations, above 0. The default is 5.</summary>
    public double CusumLimit { get; init; } = 5;

    /// <summary>The most alarms in a period, over all tenants, at least 1; those beyond are counted only. The default is 3.</summary>
    public int AlarmBudget { get; init; } = 3;

    /// <summary>The period of the budget, above 0. The default is a day.</summary>
    public TimeSpan BudgetPeriod { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The most pairs of tenant and profile that are watched, at least 1; the one that was quiet longest is forgotten. The default is 1,000.</summary>
    public int MaxWatched { get; init; } = 1_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Baseline, 10, nameof(Baseline));
        ArgumentOutOfRangeException.ThrowIfLessThan(AlarmBudget, 1, nameof(AlarmBudget));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWatched, 1, nameof(MaxWatched));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BudgetPeriod, TimeSpan.Zero, nameof(BudgetPeriod));
        Require(EwmaWeight is > 0 and <= 1, EwmaWeight, nameof(EwmaWeight));
        Require(EwmaLimit is > 0 and < double.PositiveInfinity, EwmaLimit, nameof(EwmaLimit));
        Require(CusumSlack is >= 0 and < double.PositiveInfinity, CusumSlack, nameof(CusumSlack));
        Require(CusumLimit is > 0 and < double.PositiveInfinity, CusumLimit, nameof(CusumLimit));
    }

    private static void Require(bool isValid, double value, string name)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value is out of range.");
        }
    }
}
