using LlmAspects;

[assembly: LlmAspectsSource(LlmAspects.IntegrationTests.AssemblySettings.Source)]

// Listeners, statistics and allocations are those of the process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LlmAspects.IntegrationTests;

internal static class AssemblySettings
{
    public const string Source = "LlmAspects.IntegrationTests";
}
