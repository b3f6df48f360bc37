namespace LlmAspects.Analyzers.Policy;

/// <summary>The aspects that are demanded; the values are those of <c>RequiredAspects</c>, which a test compares.</summary>
[Flags]
internal enum PolicyAspects
{
    None = 0,
    ErrorContext = 1,
    TracePerformance = 2,
}
