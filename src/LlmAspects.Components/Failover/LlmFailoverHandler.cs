using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>
/// Walks the candidates of a route until one answers: repetitions, breakers, time limits, budget. One loop serves answers and streams.
/// It is the only layer that repeats a model call, so the clients below must not. Thread-safe.
/// </summary>
/// <remarks>
/// A stream that breaks after content was passed on is taken over as <see cref="LlmFailoverOptions.StreamRecovery"/> says. Tool calls are passed on when their answer is complete,
/// and nothing of the reasoning behind a text is shown again when another attempt takes over.
/// An answer without a finish reason has failed, and so has an empty one. Cancellation goes to the caller as it is and counts as no failure.
/// </remarks>
[LlmComponent("llm_failover_handler")]
public sealed partial class LlmFailoverHandler
{
    private readonly FailoverRules _rules;

    /// <summary>Creates a handler.</summary>
    /// <param name="options">Attempts and limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="health">The health of the models, which this handler changes; <see langword="null"/> makes a new one on the same clock.</param>
    /// <param name="classifier">Says what exceptions mean; <see langword="null"/> is an <see cref="ErrorClassifier"/> without readers of providers.</param>
    /// <param name="ledger">Where every attempt reserves and settles; <see langword="null"/> keeps no budget.</param>
    /// <param name="counter">Counts for the ledger; needed with one.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <param name="random">The source of jitter, used under a lock; <see langword="null"/> makes a new one.</param>
    /// <exception cref="ArgumentException">There is a ledger and no counter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmFailoverHandler(
        LlmFailoverOptions? options = null,
        ModelHealth? health = null,
        IErrorClassifier? classifier = null,
        IBudgetLedger? ledger = null,
        ITokenCounter? counter = null,
        TimeProvider? timeProvider = null,
        Random? random = null)
    {
        options ??= new LlmFailoverOptions();
        options.Validate();
        if (ledger is not null && counter is null)
        {
            throw new ArgumentException("A ledger needs a token counter.", nameof(counter));
        }

        TimeProvider time = timeProvider ?? TimeProvider.System;
        _rules = new FailoverRules(
            options,
            health ?? new ModelHealth(timeProvider: time),
            classifier ?? new ErrorClassifier(),
            ledger is null ? null : new AttemptAccounting(ledger, counter!, time),
            new Backoff(options.BaseDelay, options.MaxDelay, random ?? new Random()),
            new FailoverCounts(),
            time);
    }

    /// <summary>The health of the models, for the router to read.</summary>
    public ModelHealth Health => _rules.Health;

    /// <summary>Asks the candidates in order until one answers.</summary>
    /// <param name="decision">The candidates.</param>
    /// <param name="clientOf">The client of a model; an exception of it counts as a failed attempt.</param>
    /// <param name="messages">The messages, read once.</param>
    /// <param name="options">The options with the scope of the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The answer, which names the model that served and has the report in its additional properties.</returns>
    /// <exception cref="AllModelsFailedException">No model answered within the limits.</exception>
    /// <exception cref="BudgetExceededException">The attempt does not fit the budget.</exception>
    /// <exception cref="InvalidOperationException">The decision is the default value.</exception>
    /// <exception cref="Exception">An error that no repetition can mend (invalid input, content filter) is passed on as it is.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<FailoverResult> ExecuteAsync(RouteDecision decision, Func<ModelInfo, IChatClient> clientOf, IEnumerable<ChatMessage> messages, LlmChatOptions options, CancellationToken cancellationToken = default);

    /// <summary>Streams the answer of the first candidate that gives one.</summary>
    /// <param name="decision">The candidates.</param>
    /// <param name="clientOf">The client of a model; an exception of it counts as a failed attempt.</param>
    /// <param name="messages">The messages, read once an enumeration.</param>
    /// <param name="options">The options with the scope of the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updates of the models that served, then one that has the report in its additional properties, and as content at most the usage of attempts that nobody saw.</returns>
    /// <exception cref="AllModelsFailedException">No model answered within the limits.</exception>
    /// <exception cref="StreamInterruptedException">The stream broke after some of its content was passed on, and no attempt could take over.</exception>
    /// <exception cref="BudgetExceededException">The attempt does not fit the budget.</exception>
    /// <exception cref="InvalidOperationException">The decision is the default value.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<ChatResponseUpdate> StreamAsync(RouteDecision decision, Func<ModelInfo, IChatClient> clientOf, IEnumerable<ChatMessage> messages, LlmChatOptions options, CancellationToken cancellationToken = default);

    /// <summary>What the handler did so far.</summary>
    [ErrorContext, TracePerformance]
    public partial FailoverStatistics GetStatistics();

    [ErrorContext, TracePerformance]
    private partial Task<FailoverResult> AttemptAnswerAsync(FailoverRun run, AttemptScope attempt, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance]
    private partial IAsyncEnumerable<ChatResponseUpdate> AttemptStreamAsync(FailoverRun run, AttemptScope attempt, CancellationToken cancellationToken);

    private async Task<FailoverResult> ExecuteCoreAsync(RouteDecision decision, Func<ModelInfo, IChatClient> clientOf, IEnumerable<ChatMessage> messages, LlmChatOptions options, CancellationToken cancellationToken)
    {
        FailoverRun run = Begin(decision, clientOf, messages, options);
        await foreach (FailoverResult result in RunAsync(run, AnswerOnceAsync, cancellationToken).ConfigureAwait(false))
        {
            return result;
        }

        throw new UnreachableException("An attempt gives an answer or throws.");
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamCoreAsync(
        RouteDecision decision,
        Func<ModelInfo, IChatClient> clientOf,
        IEnumerable<ChatMessage> messages,
        LlmChatOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FailoverRun run = Begin(decision, clientOf, messages, options);
        await foreach (ChatResponseUpdate update in RunAsync(run, AttemptStreamAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private FailoverStatistics GetStatisticsCore() => _rules.Counts.Snapshot();

    private FailoverRun Begin(in RouteDecision decision, Func<ModelInfo, IChatClient> clientOf, IEnumerable<ChatMessage> messages, LlmChatOptions options)
    {
        ArgumentNullException.ThrowIfNull(clientOf);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(options);
        var run = new FailoverRun(_rules, decision, clientOf, [.. messages], options);
        _rules.Counts.Request();
        return run;
    }

    // The one loop: an answer is a stream of one item.
    private static async IAsyncEnumerable<T> RunAsync<T>(
        FailoverRun run,
        Func<FailoverRun, AttemptScope, CancellationToken, IAsyncEnumerable<T>> open,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            AttemptScope attempt = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            IAsyncEnumerator<T> items = open(run, attempt, cancellationToken).GetAsyncEnumerator(cancellationToken);
            TimeSpan? delay = null;
            try
            {
                while (true)
                {
                    try
                    {
                        if (!await items.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (Exception error)
                    {
                        FailoverRun.Outcome outcome = await run.FailAsync(attempt, error, cancellationToken).ConfigureAwait(false);
                        if (outcome.Rethrow)
                        {
                            throw;
                        }

                        delay = outcome.Replacement is { } replacement ? throw replacement : outcome.Delay;
                        break;
                    }

                    yield return items.Current;
                }
            }
            finally
            {
                await items.DisposeAsync().ConfigureAwait(false);
                await attempt.ReleaseAsync().ConfigureAwait(false);
            }

            if (delay is not { } pause)
            {
                yield break;
            }

            await Task.Delay(pause, run.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
