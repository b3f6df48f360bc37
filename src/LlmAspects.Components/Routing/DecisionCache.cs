using System.Runtime.InteropServices;

namespace LlmAspects.Components.Routing;

/// <summary>
/// The last decisions of one table, so that equal ones are the same object and cost nothing. It is a cache of bounded size in which a newer decision pushes an older
/// one out, so that it may forget and never mixes up. Thread-safe without a lock.
/// </summary>
internal sealed class DecisionCache(RouteTable table)
{
    /// <summary>About so many figures are kept: a large catalogue keeps fewer decisions.</summary>
    private const int MaxFigures = 1 << 13;

    private const int MinDecisions = 16;
    private const int MaxDecisions = 1 << 10;

    /// <summary>A decision may be kept at so many places, so that few that meet by chance do not push each other out all the time.</summary>
    private const int Ways = 8;

    private readonly RouteDecision?[] _kept = new RouteDecision?[SizeFor(table.Models.Length)];
    private uint _misses;

    public RouteDecision GetOrAdd(RouteHeader header, ReadOnlySpan<RouteFigure> figures, ReadOnlySpan<RouteEntry> entries, int candidates)
    {
        uint hash = Hash(header, figures);
        Span<RouteDecision?> bucket = _kept.AsSpan((int)(hash % (uint)(_kept.Length / Ways)) * Ways, Ways);
        foreach (ref RouteDecision? kept in bucket)
        {
            if (Volatile.Read(ref kept)?.Explanation is { } seen && seen.Hash == hash && Matches(seen, header, figures, entries))
            {
                return kept!;
            }
        }

        var decision = new RouteDecision(Explain(header, figures, entries, candidates));
        Volatile.Write(ref bucket[(int)(Interlocked.Increment(ref _misses) % Ways)], decision);
        return decision;
    }

    /// <summary>Keeps the figures of a decision.</summary>
    public RouteExplanation Explain(RouteHeader header, ReadOnlySpan<RouteFigure> figures, ReadOnlySpan<RouteEntry> entries, int candidates)
    {
        var unavailable = new string?[figures.Length];
        for (int place = 0; place < figures.Length; place++)
        {
            unavailable[place] = entries[figures[place].Model].Unavailable;
        }

        return new RouteExplanation(table, header, figures.ToArray(), unavailable, candidates, Hash(header, figures));
    }

    private static bool Matches(RouteExplanation seen, in RouteHeader header, ReadOnlySpan<RouteFigure> figures, ReadOnlySpan<RouteEntry> entries)
    {
        if (!MemoryMarshal.AsBytes(seen.Figures).SequenceEqual(MemoryMarshal.AsBytes(figures))
            || seen.Header != header)
        {
            return false;
        }

        for (int place = 0; place < figures.Length; place++)
        {
            if (!string.Equals(seen.UnavailableAt(place), entries[figures[place].Model].Unavailable, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // A multiplicative hash: the figures are small integers, and a collision costs a comparison only.
    private static uint Hash(in RouteHeader header, ReadOnlySpan<RouteFigure> figures)
    {
        ulong hash = (ulong)header.Strategy;
        foreach (ulong word in MemoryMarshal.Cast<RouteFigure, ulong>(figures))
        {
            hash = (hash ^ word) * 0x9E37_79B9_7F4A_7C15;
            hash ^= hash >> 32;
        }

        return (uint)hash;
    }

    private static int SizeFor(int models) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(MaxFigures / Math.Max(1, models), MinDecisions, MaxDecisions));
}
