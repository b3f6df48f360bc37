using System.Runtime.CompilerServices;
using LlmAspects.Resilience;
using Polly;
using Polly.Retry;

namespace LlmAspects.Runtime;

/// <summary>Builds the pipeline of an operation when its first failure needs it: one for each clock.</summary>
internal sealed class RetryPipeline(RetryOptions options)
{
    internal static readonly ResiliencePropertyKey<RetryRun> Run = new("LlmAspects.RetryRun");

    private readonly ConditionalWeakTable<TimeProvider, ResiliencePipeline> _pipelines = [];

    internal bool Handles(Exception error, CallTokens tokens) => !tokens.IsCancellationRequested && !tokens.Explain(error) && RetryBackoff.Handles(error, options);

    internal ResiliencePipeline For(TimeProvider clock) => _pipelines.GetValue(clock, Build);

    private ResiliencePipeline Build(TimeProvider clock)
    {
        var strategy = new RetryStrategyOptions { MaxRetryAttempts = options.MaxAttempts - 1 };
        var randomizer = options.Randomizer ?? strategy.Randomizer;
        strategy.ShouldHandle = arguments => new ValueTask<bool>(
            arguments.Outcome.Exception is { } error && Handles(error, RunOf(arguments.Context).Tokens));
        strategy.DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryBackoff.DelayBefore(arguments.AttemptNumber, options, randomizer));
        strategy.OnRetry = static arguments =>
        {
            RunOf(arguments.Context).Retry(arguments.Outcome.Exception!, arguments.Duration, arguments.RetryDelay);
            return default;
        };
        return new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(strategy).Build();
    }

    private static RetryRun RunOf(ResilienceContext context) => context.Properties.GetValue(Run, null!);
}
