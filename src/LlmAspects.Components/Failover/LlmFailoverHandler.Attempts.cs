using System.Runtime.CompilerServices;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

// One attempt: the call of a model under its limits.
public sealed partial class LlmFailoverHandler
{
    // How long usage may follow the finish reason: the answer is there, and its reader should not wait for a connection that stays open.
    private static readonly TimeSpan AfterFinish = TimeSpan.FromSeconds(2);

    private async IAsyncEnumerable<FailoverResult> AnswerOnceAsync(FailoverRun run, AttemptScope attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await AttemptAnswerAsync(run, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FailoverResult> AttemptAnswerCoreAsync(FailoverRun run, AttemptScope attempt, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (IChatClient client, ChatOptions options) = await attempt.OpenAsync(cancellationToken).ConfigureAwait(false);
        ChatResponse response = await CallLimit.WaitAsync(
            new ValueTask<ChatResponse>(client.GetResponseAsync(attempt.Messages, options, source.Token)),
            run.Limit(_rules.Options.AttemptTimeout),
            source,
            () => new ModelCallException(ErrorCategory.AttemptTimeout, $"The model '{attempt.Model.Id}' did not answer within the limit."),
            run.Time,
            cancellationToken).ConfigureAwait(false);
        attempt.Note(response);
        RequireUnfiltered(response.FinishReason, attempt.Model);
        RequireComplete(attempt, response.FinishReason);
        FailoverReport report = await run.SucceedAsync(attempt).ConfigureAwait(false);
        ServedMark.Put(response, attempt.Model, report);
        return new FailoverResult(response, report);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AttemptStreamCoreAsync(FailoverRun run, AttemptScope attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (IChatClient client, ChatOptions options) = await attempt.OpenAsync(cancellationToken).ConfigureAwait(false);
        var reader = new UpdateReader(client.GetStreamingResponseAsync(attempt.Messages, options, source.Token), source, run.Time);
        await using ConfiguredAsyncDisposable ending = reader.ConfigureAwait(false);
        ChatResponseUpdate? last = null;
        ChatFinishReason? finish = null;
        while (await ReadAsync(run, attempt, reader, cancellationToken).ConfigureAwait(false))
        {
            last = reader.Current;
            finish = last.FinishReason ?? finish;
            await TakeAsync(run, attempt, last).ConfigureAwait(false);
            while (attempt.Relay.TryRelease(out ChatResponseUpdate? update))
            {
                yield return ServedMark.Put(update, attempt.Model);
            }
        }

        RequireComplete(attempt, finish);
        attempt.Relay.Complete();
        FailoverReport report = await run.SucceedAsync(attempt).ConfigureAwait(false);
        while (attempt.Relay.TryRelease(out ChatResponseUpdate? update))
        {
            yield return ServedMark.Put(update, attempt.Model);
        }

        yield return ServedMark.Closing(last!, attempt.Model, report, run.Progress.WithheldUsage);
    }

    private async ValueTask TakeAsync(FailoverRun run, AttemptScope attempt, ChatResponseUpdate update)
    {
        bool hadContent = attempt.HasContent;
        await attempt.NoteAsync(update).ConfigureAwait(false);
        if (attempt.HasContent && !hadContent)
        {
            run.Health.ReportFirstToken(attempt.Model, attempt.Duration);
        }

        if (!attempt.Relay.HasReleased)
        {
            RequireUnfiltered(update.FinishReason, attempt.Model);
        }

        attempt.Relay.Take(update);
    }

    private async ValueTask<bool> ReadAsync(FailoverRun run, AttemptScope attempt, UpdateReader reader, CancellationToken cancellationToken)
    {
        bool isFirst = !attempt.HasContent;
        try
        {
            return await reader.ReadAsync(
                run.Limit(isFirst ? Rest(FirstTokenLimit(run, attempt.Model), reader.Waited) : attempt.HasFinished ? AfterFinish : _rules.Options.StallTimeout),
                () => isFirst
                    ? new ModelCallException(ErrorCategory.AttemptTimeout, $"The stream of '{attempt.Model.Id}' had no content within the limit.")
                    : new ModelCallException(ErrorCategory.Stalled, $"The stream of '{attempt.Model.Id}' stopped sending."),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (attempt.HasFinished && !cancellationToken.IsCancellationRequested)
        {
            // The answer is complete since its finish reason; how the connection ends does not matter.
            return false;
        }
        finally
        {
            attempt.Waited = reader.Waited;
        }
    }

    private TimeSpan FirstTokenLimit(FailoverRun run, ModelInfo model)
    {
        TimeSpan own = model.FirstTokenLimit
            ?? (model.Capabilities.HasFlag(ModelCapabilities.Reasoning) ? Timeout.InfiniteTimeSpan : _rules.Options.FirstTokenTimeout);
        return run.IsPatient && own != Timeout.InfiniteTimeSpan && own < _rules.Options.AttemptTimeout ? _rules.Options.AttemptTimeout : own;
    }

    private static TimeSpan Rest(TimeSpan limit, TimeSpan used) =>
        limit == Timeout.InfiniteTimeSpan ? limit : limit > used ? limit - used : TimeSpan.Zero;

    // Of a text that is continued nothing may be left to say.
    private static void RequireComplete(AttemptScope attempt, ChatFinishReason? finish)
    {
        if (AnswerContent.FaultOf(finish, attempt.HasContent || attempt.Start == AttemptStart.Continued) is { } fault)
        {
            string what = fault == ErrorCategory.TruncatedStream ? "ended without a finish reason" : "is empty";
            throw new ModelCallException(fault, $"The answer of '{attempt.Model.Id}' {what}.");
        }
    }

    private void RequireUnfiltered(ChatFinishReason? finish, ModelInfo model)
    {
        if (_rules.Options.AllowContentFilterFallback && finish == ChatFinishReason.ContentFilter)
        {
            throw new ModelCallException(ErrorCategory.ContentFilter, $"The content filter of '{model.Id}' refused.");
        }
    }
}
