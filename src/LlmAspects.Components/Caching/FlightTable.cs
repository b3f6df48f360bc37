using System.Collections.Concurrent;

namespace LlmAspects.Components.Caching;

/// <summary>At most one call under way for a key, whether it streams or not. Failures are not kept: the next caller starts anew.</summary>
/// <param name="bufferBytes">How much of a stream is kept for those who come late.</param>
internal sealed class FlightTable(long bufferBytes)
{
    private readonly ConcurrentDictionary<CacheKey, Flight> _flights = new();

    /// <summary>Joins the call under way for the key, or makes it. The caller must leave the flight.</summary>
    /// <returns>The flight, and whether this caller leads it.</returns>
    public (Flight Flight, bool Leads) Board(CacheKey key, Func<Flight, CancellationToken, Task<FlightResult>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fresh = new Flight(bufferBytes);
            Flight flight = _flights.GetOrAdd(key, fresh);
            if (!flight.TryBoard())
            {
                // Given up, just over or too far on: out with it, unless somebody was faster.
                Remove(key, flight);
                continue;
            }

            bool leads = ReferenceEquals(flight, fresh);
            if (leads)
            {
                _ = flight.FlyAsync(token => call(flight, token), () => Remove(key, flight));
            }

            return (flight, leads);
        }
    }

    private void Remove(CacheKey key, Flight flight) => _flights.TryRemove(new KeyValuePair<CacheKey, Flight>(key, flight));
}
