namespace LlmAspects.Generators.Model;

/// <summary>The aspects of one wrapper; the names are those of the runtime's <c>AspectKinds</c>.</summary>
[Flags]
internal enum AspectSet
{
    None = 0,
    ErrorContext = 1,
    TracePerformance = 2,
    RetryWithBackoff = 4,
}
