namespace LlmAspects.Shared;

internal static class AspectNames
{
    public const string ErrorContextAttribute = "LlmAspects.ErrorContextAttribute";
    public const string TracePerformanceAttribute = "LlmAspects.TracePerformanceAttribute";
    public const string LlmComponentAttribute = "LlmAspects.LlmComponentAttribute";
    public const string LlmAspectsSourceAttribute = "LlmAspects.LlmAspectsSourceAttribute";
    public const string Operation = "LlmAspects.Runtime.Operation";
    public const string AspectKinds = "LlmAspects.Runtime.AspectKinds";
}
