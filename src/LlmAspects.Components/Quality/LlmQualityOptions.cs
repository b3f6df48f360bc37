using LlmAspects.Components.Quality.Calibration;
using LlmAspects.Components.Quality.Code;
using LlmAspects.Components.Quality.Drift;
using LlmAspects.Components.Quality.Safety;

namespace LlmAspects.Components.Quality;

/// <summary>Settings of the quality monitor.</summary>
public sealed record LlmQualityOptions
{
    /// <summary>The score from which a statement counts as supported, above 0 and at most 1. The default is 0.5.</summary>
    public double SupportThreshold { get; init; } = 0.5;

    /// <summary>How many of the last scores the trend looks at, at least 2. The default is 1,000.</summary>
    public int TrendWindow { get; init; } = 1_000;

    /// <summary>The most warnings in a report, at least 1; what is left out is counted in the last one. The default is 20.</summary>
    public int MaxWarnings { get; init; } = 20;

    /// <summary>The most other answers that consistency looks at, at least 1; the rest is passed over. The default is 8.</summary>
    public int MaxSamples { get; init; } = 8;

    /// <summary>What checks code blocks; the first that knows a language does. The default is JSON, JSON with comments and XML.</summary>
    public IReadOnlyList<ICodeValidator> CodeValidators { get; init; } = DefaultValidators;

    /// <summary>The model behind the safety score. The default is <see cref="SafetyModel.Default"/>.</summary>
    public SafetyModel SafetyModel { get; init; } = SafetyModel.Default;

    /// <summary>The share of unsafe answers to reckon with, above 0 and below 1. The default is 0.2, which is cautious.</summary>
    public double ExpectedUnsafeShare { get; init; } = 0.2;

    /// <summary>The safety below which there is a warning, from 0 to 1. The default is 0.5.</summary>
    public double SafetyThreshold { get; init; } = 0.5;

    /// <summary>When a fall of quality raises an alarm. The defaults are those of <see cref="DriftOptions"/>.</summary>
    public DriftOptions Drift { get; init; } = new();

    /// <summary>Turns the overall score into a probability. The default is <see langword="null"/>: there is none until feedback gave one.</summary>
    public QualityCalibration? Calibration { get; init; }

    private static ICodeValidator[] DefaultValidators { get; } = [new JsonCodeValidator(), new JsonCodeValidator(allowComments: true), new XmlCodeValidator()];

    internal void Validate()
    {
        if (!(SupportThreshold is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(SupportThreshold), SupportThreshold, "The threshold must be above 0 and at most 1.");
        }

        if (!(ExpectedUnsafeShare is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ExpectedUnsafeShare), ExpectedUnsafeShare, "The share must be above 0 and below 1.");
        }

        if (!(SafetyThreshold is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(SafetyThreshold), SafetyThreshold, "The threshold must be from 0 to 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(TrendWindow, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWarnings, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSamples, 1);
        ArgumentNullException.ThrowIfNull(CodeValidators);
        ArgumentNullException.ThrowIfNull(SafetyModel);
        ArgumentNullException.ThrowIfNull(Drift);
        Drift.Validate();
    }
}
