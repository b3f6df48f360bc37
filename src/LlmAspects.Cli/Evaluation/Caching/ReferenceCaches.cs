namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>How many requests of a trace the textbook policies hit.</summary>
internal static class ReferenceCaches
{
    /// <summary>Drops what was used longest ago.</summary>
    public static bool[] Lru(int[] trace, int slots) => Run(trace, slots, static (_, time) => time);

    /// <summary>Drops what was used least often since it came in, of these what was used longest ago.</summary>
    public static bool[] Lfu(int[] trace, int slots) => Run(trace, slots, static (uses, time) => (uses * (long)int.MaxValue) + time);

    /// <summary>Drops what is used furthest ahead (Belady, IBM Systems Journal 5 (1966): https://doi.org/10.1147/sj.52.0078): nobody can do better.</summary>
    public static bool[] Optimum(int[] trace, int slots)
    {
        var hits = new bool[trace.Length];
        int[] next = NextUses(trace);
        var kept = new Dictionary<int, int>();
        var furthest = new SortedSet<(int Next, int Key)>();
        for (int time = 0; time < trace.Length; time++)
        {
            int key = trace[time];
            hits[time] = kept.Remove(key, out int place) && furthest.Remove((place, key));
            kept[key] = next[time];
            furthest.Add((next[time], key));
            if (kept.Count > slots)
            {
                (int Next, int Key) last = furthest.Max;
                furthest.Remove(last);
                kept.Remove(last.Key);
            }
        }

        return hits;
    }

    private static bool[] Run(int[] trace, int slots, Func<int, int, long> worth)
    {
        var hits = new bool[trace.Length];
        var kept = new Dictionary<int, (int Uses, long Worth)>();
        var least = new SortedSet<(long Worth, int Key)>();
        for (int time = 0; time < trace.Length; time++)
        {
            int key = trace[time];
            hits[time] = kept.TryGetValue(key, out (int Uses, long Worth) entry) && least.Remove((entry.Worth, key));
            if (!hits[time] && kept.Count == slots)
            {
                (long Worth, int Key) first = least.Min;
                least.Remove(first);
                kept.Remove(first.Key);
            }

            entry = (entry.Uses + 1, worth(entry.Uses + 1, time));
            kept[key] = entry;
            least.Add((entry.Worth, key));
        }

        return hits;
    }

    // A key that is not used again is as far away as can be, each at a place of its own.
    private static int[] NextUses(int[] trace)
    {
        var next = new int[trace.Length];
        var seen = new Dictionary<int, int>();
        for (int time = trace.Length - 1; time >= 0; time--)
        {
            next[time] = seen.TryGetValue(trace[time], out int later) ? later : int.MaxValue;
            seen[trace[time]] = time;
        }

        return next;
    }
}
