using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>A stream whose first event has come, or that has none.</summary>
internal sealed class OpenedStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _source;

    private OpenedStream(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationTokenSource source)
    {
        Updates = updates;
        _source = source;
    }

    public IAsyncEnumerator<ChatResponseUpdate> Updates { get; }

    public bool HasFirst { get; private set; }

    /// <summary>Opens a stream. The token of an attempt ends with the attempt, so the stream has one of its own.</summary>
    public static async ValueTask<OpenedStream> OpenAsync(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask, CancellationToken attempt, CancellationToken caller)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        var stream = new OpenedStream(ask(source.Token).GetAsyncEnumerator(source.Token), source);
        try
        {
            using (attempt.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source))
            {
                stream.HasFirst = await stream.Updates.MoveNextAsync().ConfigureAwait(false);
            }

            return stream;
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new OperationCanceledException(attempt);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Updates.DisposeAsync().ConfigureAwait(false);
        _source.Dispose();
    }
}
