namespace LlmAspects.IntegrationTests.Fixtures;

internal static class WrappedCalls
{
    /// <summary>A new object for every combination of aspects.</summary>
    public static IReadOnlyList<IWrappedCalls> Every => [new BothAspects(), new ErrorContextAlone(), new TracePerformanceAlone(), new HookedCalls()];
}
