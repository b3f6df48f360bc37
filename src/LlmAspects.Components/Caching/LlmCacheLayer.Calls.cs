using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

// The one call for all who ask at the same time.
public sealed partial class LlmCacheLayer
{
    private async Task<CachedAnswer> GetOrCreateCoreAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(create);
        await PrepareAsync(key, cancellationToken).ConfigureAwait(false);
        if (TryGet(key, out CachedAnswer? stored))
        {
            return stored;
        }

        (Flight flight, bool leads) = _flights.Board(key, (_, token) => FlyAsync(key, create, token), cancellationToken);
        try
        {
            FlightResult result = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (ToAnswer(result, leads) is { } answer)
            {
                return answer;
            }
        }
        finally
        {
            flight.Leave();
        }

        // Two callers must not hold one response: what cannot be copied is made anew.
        CacheCandidate own = await create(cancellationToken).ConfigureAwait(false);
        return own.ToAnswer();
    }

    private async IAsyncEnumerable<ChatResponseUpdate> GetOrStreamCoreAsync(
        CacheKey key, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, Func<ChatResponse, CacheCandidate>? complete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        await PrepareAsync(key, cancellationToken).ConfigureAwait(false);
        var call = new StreamCall(open, complete ?? (static response => new CacheCandidate(response)));
        IAsyncEnumerable<ChatResponseUpdate> updates = TryGet(key, out CachedAnswer? stored) ? stored.Response.ToChatResponseUpdates().ToAsyncEnumerable() : StreamAsync(key, call, ended: null, cancellationToken);
        await foreach (ChatResponseUpdate update in updates.ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>Streams an answer that was not found: opens the stream or joins one.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="call">How the model is asked.</param>
    /// <param name="ended">Told the answer and whether it comes in one piece: then before its updates are made of it, else after the last update.</param>
    /// <param name="cancellationToken">Ends this caller's reading.</param>
    internal async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        CacheKey key, StreamCall call, Action<CachedAnswer, bool>? ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (Flight flight, bool leads, SharedUpdateReader reader) = BoardStream(key, call, cancellationToken);
        try
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update.For(leads);
            }

            FlightResult result = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
            bool inOnePiece = reader.Position == 0;
            CachedAnswer answer = ToAnswer(result, leads) ?? throw StreamedUpdate.NotShareable();
            ended?.Invoke(answer, inOnePiece);
            foreach (ChatResponseUpdate update in inOnePiece ? answer.Response.ToChatResponseUpdates() : [])
            {
                yield return update;
            }
        }
        finally
        {
            reader.Dispose();
            flight.Leave();
        }
    }

    private (Flight Flight, bool Leads, SharedUpdateReader Reader) BoardStream(CacheKey key, StreamCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            SharedUpdateReader? first = null;
            (Flight flight, bool leads) = _flights.Board(
                key,
                (own, token) =>
                {
                    // Before the first update: the leader misses nothing.
                    first = own.Updates.TryOpen();
                    return PumpAsync(key, call, own.Updates, token);
                },
                cancellationToken);
            if ((first ?? flight.Updates.TryOpen()) is { } reader)
            {
                return (flight, leads, reader);
            }

            flight.Leave();
        }
    }

    private CachedAnswer? ToAnswer(FlightResult result, bool leads)
    {
        if (result.Found is { } found)
        {
            return Recover(found);
        }

        if (leads)
        {
            return result.ToLeader();
        }

        CachedAnswer? joined = result.ToJoined();
        if (joined is not null)
        {
            _counters.Joined(result.Candidate);
        }

        return joined;
    }

    private async Task<FlightResult> FlyAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken)
    {
        CacheStamp? stamp = await StampAsync(key, cancellationToken).ConfigureAwait(false);
        if (await FindAgainAsync(key, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return FlightResult.Of(found);
        }

        long start = _timeProvider.GetTimestamp();
        CacheCandidate candidate = await create(cancellationToken).ConfigureAwait(false);
        return await LandAsync(key, candidate, stamp, _timeProvider.GetElapsedTime(start), cancellationToken).ConfigureAwait(false);
    }

    private async Task<FlightResult> PumpAsync(CacheKey key, StreamCall call, UpdateBuffer updates, CancellationToken cancellationToken)
    {
        CacheStamp? stamp = await StampAsync(key, cancellationToken).ConfigureAwait(false);
        if (await FindAgainAsync(key, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return FlightResult.Of(found);
        }

        long start = _timeProvider.GetTimestamp();
        var assembly = new StreamAssembly();
        await foreach (ChatResponseUpdate update in call.Open(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var shared = StreamedUpdate.Of(update);
            assembly.Add(shared.ToPart());
            await updates.AddAsync(shared, cancellationToken).ConfigureAwait(false);
        }

        return await LandAsync(key, call.Complete(assembly.ToResponse()), stamp, _timeProvider.GetElapsedTime(start), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<FlightResult> LandAsync(CacheKey key, CacheCandidate candidate, CacheStamp? stamp, TimeSpan duration, CancellationToken cancellationToken)
    {
        _counters.CallTook(duration);
        candidate = candidate.Duration is null ? candidate with { Duration = duration } : candidate;
        CacheEntry? entry = Store(key, candidate, stamp, out _);
        if (entry is not null && _second is not null)
        {
            await _second.StoreAsync(key, entry, cancellationToken).ConfigureAwait(false);
        }

        return new FlightResult(candidate, entry?.Response ?? ResponseCopy.Of(candidate.Response));
    }
}
