using System.Collections;

namespace LlmAspects.Components.Routing;

/// <summary>
/// The models of one side of a decision, in order. An item is made when it is read, so that reading by index and by <see langword="foreach"/> allocates nothing;
/// it is a copy of the decision's figures, so take it once, before a loop. Immutable; the default is an empty list.
/// </summary>
/// <typeparam name="T"><see cref="RouteCandidate"/> or <see cref="RouteExclusion"/>.</typeparam>
public readonly struct RouteList<T> : IReadOnlyList<T>
{
    private readonly RouteDecision _decision;
    private readonly RouteReader<T>? _read;

    internal RouteList(in RouteDecision decision, int count, RouteReader<T> read)
    {
        _decision = decision;
        _read = read;
        Count = count;
    }

    /// <summary>How many there are, at least 0.</summary>
    public int Count { get; }

    /// <summary>The item at a place.</summary>
    /// <param name="index">The place, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is not in the list.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _read!(_decision, index);
        }
    }

    /// <summary>Reads the items in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads the items of a list in order. Not thread-safe.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly RouteList<T> _list;
        private int _place = -1;

        internal Enumerator(in RouteList<T> list) => _list = list;

        /// <inheritdoc/>
        public readonly T Current => _list[_place];

        readonly object? IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_place < _list.Count;

        /// <inheritdoc/>
        public void Reset() => _place = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
