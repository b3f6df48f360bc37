using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LlmAspects.Hosting.Health;

/// <summary>A status and why.</summary>
internal sealed record HealthVerdict(HealthStatus Status, string Reason)
{
    /// <summary>The worse of two; both reasons remain when both are bad.</summary>
    public HealthVerdict And(HealthVerdict other)
    {
        if (other.Status == HealthStatus.Healthy)
        {
            return this;
        }

        return Status == HealthStatus.Healthy ? other : new HealthVerdict(Status < other.Status ? Status : other.Status, $"{Reason} {other.Reason}");
    }
}
