namespace LlmAspects.Components.Ensembling;

/// <summary>How a panel learns from outcomes.</summary>
public sealed record PanelOptions
{
    /// <summary>The outcomes from which on the guard and the calibration speak, at least 10. The default is 50: before, the votes alone decide and confidence is not calibrated.</summary>
    public int MinimumOutcomes { get; init; } = 50;

    /// <summary>What an outcome weighs beside the next one when the accuracy of members is estimated, above 0 to 1: after n further outcomes it weighs <c>decay^n</c>. The default is 0.999.</summary>
    public double Decay { get; init; } = 0.999;

    /// <summary>How often a member of mean weight is expected to be right before anything is known of it, between 0 and 1. The default is 0.6.</summary>
    public double PriorAccuracy { get; init; } = 0.6;

    /// <summary>
    /// How many answers there are to choose from, at least 2. The default is <see langword="null"/>: the answers are open, and the number is estimated from how often wrong members agree, beginning at 10.
    /// </summary>
    public int? Classes { get; init; }

    /// <summary>How sure the guard must be that overruling the best member gains something, one-sided, from 0.5 to 0.999. The default is 0.9.</summary>
    public double GuardConfidence { get; init; } = 0.9;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumOutcomes, 10);
        if (Decay is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Decay), Decay, "The decay must be above 0 and at most 1.");
        }

        if (PriorAccuracy is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(PriorAccuracy), PriorAccuracy, "The accuracy must be between 0 and 1.");
        }

        if (Classes is < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(Classes), Classes, "There must be at least two answers to choose from.");
        }

        if (GuardConfidence is not (>= 0.5 and <= 0.999))
        {
            throw new ArgumentOutOfRangeException(nameof(GuardConfidence), GuardConfidence, "The confidence must be from 0.5 to 0.999.");
        }
    }
}
