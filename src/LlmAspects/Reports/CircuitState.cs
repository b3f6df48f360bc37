using System.Text.Json.Serialization;

namespace LlmAspects.Reports;

/// <summary>The state of a circuit breaker.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CircuitState>))]
public enum CircuitState
{
    /// <summary>Calls pass. The default.</summary>
    Closed,

    /// <summary>No call passes until the break is over.</summary>
    Open,

    /// <summary>A few probes pass; their results close or open the breaker.</summary>
    HalfOpen,
}
