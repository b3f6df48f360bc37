namespace LlmAspects;

/// <summary>Sets of aspects that a policy can demand.</summary>
[Flags]
public enum RequiredAspects
{
    /// <summary>No aspect.</summary>
    None = 0,

    /// <summary><see cref="ErrorContextAttribute"/>.</summary>
    ErrorContext = 1,

    /// <summary><see cref="TracePerformanceAttribute"/>.</summary>
    TracePerformance = 2,
}
