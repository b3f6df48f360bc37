namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>A trace of accesses.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Keys">The keys in order of access.</param>
internal sealed record CacheTrace(string Name, int[] Keys);
