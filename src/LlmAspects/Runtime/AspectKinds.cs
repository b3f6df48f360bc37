using System.ComponentModel;

namespace LlmAspects.Runtime;

/// <summary>The aspects that a wrapper was generated for.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AspectKinds
{
    /// <summary>No aspect.</summary>
    None = 0,

    /// <summary><see cref="ErrorContextAttribute"/>.</summary>
    ErrorContext = 1,

    /// <summary><see cref="TracePerformanceAttribute"/>.</summary>
    TracePerformance = 2,

    /// <summary><see cref="RetryWithBackoffAttribute"/>.</summary>
    RetryWithBackoff = 4,
}
