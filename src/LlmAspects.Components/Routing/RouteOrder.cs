namespace LlmAspects.Components.Routing;

/// <summary>Puts entries in order: tier, score, then the order of the catalogue; excluded models come last.</summary>
internal static class RouteOrder
{
    // Shell's method: in place, no allocation, and the index makes the order total, so that stability does not matter.
    public static void Sort(Span<RouteEntry> entries)
    {
        for (int place = 0; place < entries.Length; place++)
        {
            entries[place].ModelAtPlace = place;
        }

        for (int gap = entries.Length < 8 ? 1 : entries.Length / 2; gap > 0; gap /= 2)
        {
            for (int start = gap; start < entries.Length; start++)
            {
                int moving = entries[start].ModelAtPlace;
                int place = start;
                for (; place >= gap && IsBefore(entries, moving, entries[place - gap].ModelAtPlace); place -= gap)
                {
                    entries[place].ModelAtPlace = entries[place - gap].ModelAtPlace;
                }

                entries[place].ModelAtPlace = moving;
            }
        }
    }

    private static bool IsBefore(ReadOnlySpan<RouteEntry> entries, int left, int right)
    {
        ref readonly RouteEntry one = ref entries[left];
        ref readonly RouteEntry other = ref entries[right];
        int tiers = one.Tier - other.Tier;
        return tiers != 0 ? tiers < 0
            : one.Cause is null && one.Score != other.Score ? one.Score > other.Score
            : left < right;
    }
}
