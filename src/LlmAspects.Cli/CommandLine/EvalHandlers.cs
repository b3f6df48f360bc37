using LlmAspects.Cli.Evaluation.Caching;
using LlmAspects.Cli.Evaluation.Chunking;
using LlmAspects.Cli.Evaluation.Complexity;
using LlmAspects.Cli.Evaluation.Ensembling;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Cli.Evaluation.Routing;
using LlmAspects.Cli.Evaluation.Suites;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.CommandLine;

/// <summary>What runs the commands of <c>eval</c>.</summary>
internal sealed record EvalHandlers(
    Func<RoutingOptions, CancellationToken, Task<int>> Routing,
    Func<RetrievalOptions, CancellationToken, Task<int>> Retrieval,
    Func<CacheEvalOptions, CancellationToken, Task<int>> Cache,
    Func<ChunkingEvalOptions, CancellationToken, Task<int>> Chunking,
    Func<EnsembleEvalOptions, CancellationToken, Task<int>> Ensemble,
    Func<ComplexityEvalOptions, CancellationToken, Task<int>> Complexity,
    Func<SuiteOptions, CancellationToken, Task<int>> Suite)
{
    /// <summary>The same, each turning every end into an exit code.</summary>
    public EvalHandlers Guarded(ITerminal terminal) => new(
        CommandLineApp.Guarded(terminal, Routing),
        CommandLineApp.Guarded(terminal, Retrieval),
        CommandLineApp.Guarded(terminal, Cache),
        CommandLineApp.Guarded(terminal, Chunking),
        CommandLineApp.Guarded(terminal, Ensemble),
        CommandLineApp.Guarded(terminal, Complexity),
        CommandLineApp.Guarded(terminal, Suite));
}
