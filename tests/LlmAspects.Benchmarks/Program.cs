using BenchmarkDotNet.Running;
using LlmAspects.Benchmarks.Budgets;
using LlmAspects.Benchmarks.Caching;
using LlmAspects.Benchmarks.Retrieval;
using LlmAspects.Benchmarks.Quality;
using LlmAspects.Benchmarks.Chunking;
using LlmAspects.Benchmarks.Orchestration;
using LlmAspects.Benchmarks.Prompting;
using LlmAspects.Benchmarks.Soak;
using LlmAspects.Benchmarks.Tokens;

if (args is ["budgets", ..])
{
    return BudgetsCommand.Run(args.AsSpan(1));
}

if (args is ["soak", ..])
{
    return SoakCommand.Run(args.AsSpan(1));
}

if (args is ["retrieval", ..])
{
    return RetrievalCommand.Run(args.AsSpan(1));
}

if (args is ["cache", ..])
{
    return CacheCommand.Run(args.AsSpan(1));
}

if (args is ["quality", ..])
{
    return QualityCommand.Run(args.AsSpan(1));
}

if (args is ["prompting", ..])
{
    return PromptingCommand.Run(args.AsSpan(1));
}

if (args is ["tokens", ..])
{
    return TokensCommand.Run(args.AsSpan(1));
}

if (args is ["chunking", ..])
{
    return ChunkingCommand.Run(args.AsSpan(1));
}

if (args is ["orchestration", ..])
{
    return OrchestrationCommand.Run(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(BudgetsCommand).Assembly).Run(args);
return 0;
