namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>The number of threads with cells of their own is capped; one without samples each call.</summary>
internal static class EndedThreads
{
    /// <summary>Gives the cells of threads that have ended to those to come.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
