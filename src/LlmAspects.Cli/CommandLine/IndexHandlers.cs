using LlmAspects.Cli.Indexing;

namespace LlmAspects.Cli.CommandLine;

/// <summary>What runs the commands of an index.</summary>
internal sealed record IndexHandlers(
    Func<IndexOptions, CancellationToken, Task<int>> Index,
    Func<SearchOptions, CancellationToken, Task<int>> Search);
