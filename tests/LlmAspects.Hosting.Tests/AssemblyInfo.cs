using LlmAspects;

// What hosts set is process-wide, so tests of it take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: LlmAspectsSource("Hosting.Tests")]
