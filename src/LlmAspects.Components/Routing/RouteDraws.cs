namespace LlmAspects.Components.Routing;

/// <summary>The part of routing that chance or turn decides. Thread-safe.</summary>
internal sealed class RouteDraws(Random random)
{
    private readonly Lock _gate = new();
    private long _turn;

    /// <summary>Draws what is believed of a model; <see langword="null"/> is a model of which nothing was learned.</summary>
    public (double Performance, double Reliability) Sample(Posterior? learned, long now, double expected)
    {
        lock (_gate)
        {
            return learned?.DrawAt(now, expected, random) ?? Posterior.DrawPrior(expected, random);
        }
    }

    /// <summary>Marks the less loaded one of two models that are drawn by weight among those that can be called now.</summary>
    public void DrawByWeight(Span<RouteEntry> entries)
    {
        int first;
        int second;
        lock (_gate)
        {
            first = Draw(entries, except: -1);
            second = first < 0 ? -1 : Draw(entries, except: first);
        }

        if (first >= 0)
        {
            entries[second >= 0 && LoadOf(entries[second]) < LoadOf(entries[first]) ? second : first].IsChosen = true;
        }
    }

    /// <summary>Orders by the last turn, and gives the next turn to the model that comes first.</summary>
    /// <remarks>Turns are counted by model, not by place, so that every mix of requests with other candidates is fair.</remarks>
    public void TakeTurn(Span<RouteEntry> entries, RouteTable table)
    {
        lock (_gate)
        {
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i].Score = -table.Rows[i].Slot.LastTurn;
            }

            RouteOrder.Sort(entries);
            table.Rows[entries[0].ModelAtPlace].Slot.LastTurn = ++_turn;
        }
    }

    private static double LoadOf(in RouteEntry entry) => (entry.InFlight + 1) / entry.Weight;

    private static bool CanBeDrawn(in RouteEntry entry) => entry.Cause is null && !entry.IsHeldBack && entry.Weight > 0;

    private int Draw(ReadOnlySpan<RouteEntry> entries, int except)
    {
        double total = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            total += i != except && CanBeDrawn(entries[i]) ? entries[i].Weight : 0;
        }

        double left = random.NextDouble() * total;
        int last = -1;
        for (int i = 0; i < entries.Length && left >= 0; i++)
        {
            if (i != except && CanBeDrawn(entries[i]))
            {
                left -= entries[i].Weight;
                last = i;
            }
        }

        return last;
    }
}
