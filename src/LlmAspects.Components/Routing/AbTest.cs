namespace LlmAspects.Components.Routing;

/// <summary>A comparison of two models on live requests. Immutable.</summary>
public sealed record AbTest
{
    /// <summary>The name; it decides with the key which arm a request gets, so that tests are independent of each other.</summary>
    public required string Name { get; init; }

    /// <summary>The model that serves now.</summary>
    public required string ControlModelId { get; init; }

    /// <summary>The model that may replace it.</summary>
    public required string TreatmentModelId { get; init; }

    /// <summary>The part of the keys that is assigned to the treatment, 0 to 1 (exclusive). The default is 0.5.</summary>
    public double TreatmentShare { get; init; } = 0.5;

    /// <summary>How many outcomes each arm needs before there is a verdict, at least 1. The default is 100.</summary>
    public int MinimumSamples { get; init; } = 100;

    /// <summary>The chance of a verdict where there is no difference, however often one looks, 0 to 0.5 (exclusive). The default is 0.05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>The difference of the means that is worth finding, 0 to 1 (exclusive of 0): the test is most sensitive around it and valid for any. The default is 0.1.</summary>
    public double ExpectedDifference { get; init; } = 0.1;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(ControlModelId);
        ArgumentException.ThrowIfNullOrWhiteSpace(TreatmentModelId);
        if (string.Equals(ControlModelId, TreatmentModelId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Control and treatment of '{Name}' are the same model.", nameof(TreatmentModelId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSamples, 1, nameof(MinimumSamples));
        Check(TreatmentShare is > 0 and < 1, TreatmentShare, nameof(TreatmentShare));
        Check(Significance is > 0 and < 0.5, Significance, nameof(Significance));
        Check(ExpectedDifference is > 0 and <= 1, ExpectedDifference, nameof(ExpectedDifference));
    }

    private static void Check(bool isValid, double value, string name)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value is out of its range.");
        }
    }
}
