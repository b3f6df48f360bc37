using System.Collections.Concurrent;

namespace LlmAspects.Components.Caching;

/// <summary>
/// The generations of one process. It remembers the last invalidated scopes; what it forgets takes the number of the last forgotten one, which invalidates too much rather than too little.
/// </summary>
internal sealed class LocalCacheGenerations(int capacity) : ICacheGenerations
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Queue<(string Scope, long Number)> _order = new();
    private long _floor;
    private long _last;

    public bool TryGet(ReadOnlySpan<string> scopes, Span<long> generations)
    {
        for (int i = 0; i < scopes.Length; i++)
        {
            generations[i] = NumberOf(scopes[i]);
        }

        return true;
    }

    public ValueTask<long[]> GetAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken) => ValueTask.FromResult<long[]>([.. scopes.Select(NumberOf)]);

    public ValueTask AdvanceAsync(string scope, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            long number = ++_last;
            _numbers[scope] = number;
            _order.Enqueue((scope, number));
            while (_order.Count > capacity)
            {
                Forget(_order.Dequeue());
            }
        }

        return ValueTask.CompletedTask;
    }

    private long NumberOf(string scope) =>
        !_numbers.IsEmpty && _numbers.TryGetValue(scope, out long number) ? number : Volatile.Read(ref _floor);

    // A scope that was invalidated again since has a younger place in the order.
    private void Forget((string Scope, long Number) oldest)
    {
        if (_numbers.TryGetValue(oldest.Scope, out long number) && number == oldest.Number)
        {
            Volatile.Write(ref _floor, number);
            _numbers.TryRemove(oldest.Scope, out _);
        }
    }
}
