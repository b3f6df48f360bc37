namespace LlmAspects.Components.Routing;

/// <summary>The state of an A/B test; every figure is valid however often one looks.</summary>
public sealed record AbTestResult
{
    /// <summary>The name of the test.</summary>
    public required string Name { get; init; }

    /// <summary>The verdict; once there is one it stays.</summary>
    public AbTestVerdict Verdict { get; init; }

    /// <summary>The outcomes of the control.</summary>
    public long ControlSamples { get; init; }

    /// <summary>The outcomes of the treatment.</summary>
    public long TreatmentSamples { get; init; }

    /// <summary>The mean outcome of the control, 0 to 1; <see langword="null"/> while there is none.</summary>
    public double? ControlMean { get; init; }

    /// <summary>The mean outcome of the treatment, 0 to 1; <see langword="null"/> while there is none.</summary>
    public double? TreatmentMean { get; init; }

    /// <summary>The always-valid p-value, 0 to 1: the smallest significance at which there would have been a verdict so far, had there been samples enough.</summary>
    public double PValue { get; init; } = 1;

    /// <summary>The least that treatment minus control may be, at the confidence of one minus the significance; <see langword="null"/> until both arms have an outcome.</summary>
    public double? DifferenceLow { get; init; }

    /// <summary>The most that treatment minus control may be, at the same confidence; <see langword="null"/> until both arms have an outcome.</summary>
    public double? DifferenceHigh { get; init; }
}
