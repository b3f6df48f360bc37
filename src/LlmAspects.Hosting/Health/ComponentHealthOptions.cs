using System.ComponentModel.DataAnnotations;
using LlmAspects.Errors;

namespace LlmAspects.Hosting.Health;

/// <summary>When the health check of a component reports degraded or unhealthy.</summary>
public sealed class ComponentHealthOptions : IValidatableObject
{
    /// <summary>The calls that count, from 10 seconds to 5 minutes back. The default is 1 minute.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>With fewer calls within the window the rate says too little and is ignored. From 1 to 1,000,000; the default is 10.</summary>
    [Range(1, 1_000_000)]
    public int MinimumCalls { get; set; } = 10;

    /// <summary>The error rate from which the component is degraded, above 0 and up to 1. The default is 0.05.</summary>
    public double DegradedErrorRate { get; set; } = 0.05;

    /// <summary>The error rate from which the component is unhealthy, from <see cref="DegradedErrorRate"/> to 1. The default is 0.25.</summary>
    public double UnhealthyErrorRate { get; set; } = 0.25;

    /// <summary>The errors within the window from which a component without a measured rate is degraded. From 1 to 1,000; the default is 10.</summary>
    [Range(1, 1000)]
    public int DegradedErrors { get; set; } = 10;

    /// <summary>Whether an open circuit breaker that the component keeps makes it degraded, and unhealthy when no model is left. The default is <see langword="true"/>.</summary>
    public bool IncludeCircuits { get; set; } = true;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window < ErrorAggregator.ShortestWindow || Window > ErrorAggregator.LongestWindow)
        {
            yield return new ValidationResult($"{nameof(Window)} must be from 10 seconds to 5 minutes, but is {Window}.", [nameof(Window)]);
        }

        if (DegradedErrorRate is not (> 0 and <= 1))
        {
            yield return new ValidationResult($"{nameof(DegradedErrorRate)} must be above 0 and at most 1, but is {DegradedErrorRate}.", [nameof(DegradedErrorRate)]);
        }

        if (!(UnhealthyErrorRate >= DegradedErrorRate && UnhealthyErrorRate <= 1))
        {
            yield return new ValidationResult(
                $"{nameof(UnhealthyErrorRate)} must be from {nameof(DegradedErrorRate)} to 1, but is {UnhealthyErrorRate}.", [nameof(UnhealthyErrorRate)]);
        }
    }

    internal ComponentHealthOptions Copy() => (ComponentHealthOptions)MemberwiseClone();
}
