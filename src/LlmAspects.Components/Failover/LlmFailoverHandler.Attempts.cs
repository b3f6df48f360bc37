using System.Runtime.CompilerServices;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

// One attempt: the call of a model under its limits.
public sealed partial class LlmFailoverHandler
{
    private async IAsyncEnumerable<FailoverResult> AnswerOnceAsync(FailoverRun run, AttemptScope attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await AttemptAnswerAsync(run, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FailoverResult> AttemptAnswerCoreAsync(FailoverRun run, AttemptScope attempt, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (IChatClient client, ChatOptions options) = await attempt.OpenAsync(cancellationToken).ConfigureAwait(false);
        ChatResponse response = await CallLimit.WaitAsync(
            new ValueTask<ChatResponse>(client.GetResponseAsync(run.Messages, options, source.Token)),
            run.Limit(_rules.Options.AttemptTimeout),
            source,
            () => new ModelCallException(ErrorCategory.AttemptTimeout, $"The model '{attempt.Model.Id}' did not answer within the limit."),
            run.Time,
            cancellationToken).ConfigureAwait(false);
        attempt.Note(response);
        RequireUnfiltered(response.FinishReason, attempt.Model);
        FailoverReport report = await run.SucceedAsync(attempt).ConfigureAwait(false);
        ServedMark.Put(response, attempt.Model, report);
        return new FailoverResult(response, report);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AttemptStreamCoreAsync(FailoverRun run, AttemptScope attempt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (IChatClient client, ChatOptions options) = await attempt.OpenAsync(cancellationToken).ConfigureAwait(false);
        var reader = new UpdateReader(client.GetStreamingResponseAsync(run.Messages, options, source.Token), source, run.Time);
        await using ConfiguredAsyncDisposable ending = reader.ConfigureAwait(false);
        var held = new Queue<ChatResponseUpdate>();
        ChatResponseUpdate? last = null;
        while (await ReadAsync(run, attempt, reader, cancellationToken).ConfigureAwait(false))
        {
            last = reader.Current;
            await attempt.NoteAsync(last).ConfigureAwait(false);
            if (!attempt.IsVisible)
            {
                RequireUnfiltered(last.FinishReason, attempt.Model);
            }

            held.Enqueue(last);
            while (attempt.IsVisible && held.TryDequeue(out ChatResponseUpdate? update))
            {
                yield return ServedMark.Put(update, attempt.Model);
            }
        }

        if (!attempt.HasFinished)
        {
            throw new ModelCallException(ErrorCategory.TruncatedStream, $"The stream of '{attempt.Model.Id}' ended without a finish reason.");
        }

        FailoverReport report = await run.SucceedAsync(attempt).ConfigureAwait(false);
        while (held.TryDequeue(out ChatResponseUpdate? update))
        {
            yield return ServedMark.Put(update, attempt.Model);
        }

        yield return ServedMark.Closing(last!, attempt.Model, report);
    }

    private async ValueTask<bool> ReadAsync(FailoverRun run, AttemptScope attempt, UpdateReader reader, CancellationToken cancellationToken)
    {
        bool isFirst = !attempt.IsVisible;
        bool isUnlimited = isFirst && attempt.Model.Capabilities.HasFlag(ModelCapabilities.Reasoning);
        TimeSpan rest = isFirst ? _rules.Options.FirstTokenTimeout - reader.Waited : _rules.Options.StallTimeout;
        TimeSpan own = isUnlimited ? Timeout.InfiniteTimeSpan : rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
        try
        {
            return await reader.ReadAsync(
                run.Limit(own),
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

    private void RequireUnfiltered(ChatFinishReason? finish, ModelInfo model)
    {
        if (_rules.Options.AllowContentFilterFallback && finish == ChatFinishReason.ContentFilter)
        {
            throw new ModelCallException(ErrorCategory.ContentFilter, $"The content filter of '{model.Id}' refused.");
        }
    }
}
