using System.Collections.Concurrent;

namespace LlmAspects.Components.Caching;

/// <summary>At most one call under way for a key. Failures are not kept: the next caller starts anew.</summary>
internal sealed class FlightTable<TResult>
{
    private readonly ConcurrentDictionary<CacheKey, Flight<TResult>> _flights = new();

    /// <summary>Joins the call under way for the key, or makes it.</summary>
    /// <returns>The result, and whether this caller joined another one's call.</returns>
    public async Task<(TResult Result, bool Joined)> RunAsync(CacheKey key, Func<CancellationToken, Task<TResult>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fresh = new Flight<TResult>();
            Flight<TResult> flight = _flights.GetOrAdd(key, fresh);
            if (!flight.TryBoard())
            {
                // Given up or just over: out with it, unless somebody was faster.
                Remove(key, flight);
                continue;
            }

            bool leads = ReferenceEquals(flight, fresh);
            if (leads)
            {
                _ = flight.FlyAsync(call, () => Remove(key, flight));
            }

            return (await flight.WaitAsync(cancellationToken).ConfigureAwait(false), !leads);
        }
    }

    private void Remove(CacheKey key, Flight<TResult> flight) => _flights.TryRemove(new KeyValuePair<CacheKey, Flight<TResult>>(key, flight));
}
