using System.Buffers;
using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

// How a decision is made: filters, figures, strategy, order. Nothing here allocates when an equal decision was made before.
public sealed partial class LlmRouter
{
    private RouteDecision RouteCore(in RouteRequest request)
    {
        RouteTable table = CurrentTable();
        RoutingStrategy strategy = Check(request, table, out int pinned);
        RouteEntry[] entries = ArrayPool<RouteEntry>.Shared.Rent(table.Models.Length);
        RouteFigure[] figures = ArrayPool<RouteFigure>.Shared.Rent(table.Models.Length);
        try
        {
            return Decide(request, table, strategy, pinned, entries.AsSpan(0, table.Models.Length), figures.AsSpan(0, table.Models.Length));
        }
        finally
        {
            ArrayPool<RouteFigure>.Shared.Return(figures);
            ArrayPool<RouteEntry>.Shared.Return(entries);
        }
    }

    private RouteTable CurrentTable()
    {
        RouteTable? table = _table;
        if (table is not null && table.Models == _catalog.Models)
        {
            return table;
        }

        lock (_tableGate)
        {
            table = new RouteTable(_catalog.Models, IsEnabled, SlotOf, _options.AbTest);
            _table = table;
            return table;
        }
    }

    private RoutingStrategy Check(in RouteRequest request, RouteTable table, out int pinned)
    {
        ArgumentNullException.ThrowIfNull(request.Tenant, nameof(request));
        pinned = table.IndexOf(request.PinnedModelId);
        if (pinned < 0 && request.PinnedModelId is { } unknown)
        {
            throw new UnknownModelException(unknown);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(request.InputTokens, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxOutputTokens ?? 1, 1, nameof(request));
        RoutingStrategy strategy = request.Strategy ?? _options.Strategy;
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)strategy, (uint)RoutingStrategy.AbTest, nameof(request));
        return strategy == RoutingStrategy.AbTest && _test is null
            ? throw new ArgumentException($"The request asks for an A/B test and {nameof(LlmRouterOptions)}.{nameof(LlmRouterOptions.AbTest)} is not set.", nameof(request))
            : strategy;
    }

    private RouteDecision Decide(in RouteRequest request, RouteTable table, RoutingStrategy strategy, int pinned, Span<RouteEntry> entries, Span<RouteFigure> figures)
    {
        entries.Clear();
        int candidates = Judge(request, table, pinned, entries);
        if (candidates > 0)
        {
            Order(request, table, strategy, entries);
        }
        else
        {
            RouteOrder.Sort(entries);
        }

        RouteHeader header = Write(request, strategy, entries, figures, candidates);
        if (candidates == 0)
        {
            Interlocked.Increment(ref _refusals);
            throw new NoCapableModelException([.. table.Decisions.Explain(header, figures, entries, candidates).MakeExclusions()], _options.NoCapableModelHint);
        }

        RouteDecision decision = table.Decisions.GetOrAdd(header, figures, entries, candidates);
        Interlocked.Increment(ref _decisions);
        table.Rows[figures[0].Model].Slot.CountFirst();
        return decision;
    }

    // Returns how many models are capable.
    private int Judge(in RouteRequest request, RouteTable table, int pinned, Span<RouteEntry> entries)
    {
        Posterior?[]? learned = _outcomes.Read(table, request.Tenant, request.Task);
        bool samples = _options.Exploration == RouteExploration.Thompson;
        long now = learned is null ? 0 : _time.GetTimestamp();
        long healthAt = (_health as ModelHealth)?.Now ?? 0;
        double[]? expected = Expect(request.Text.Span);
        int preferred = table.IndexOf(request.PreferredModelId);
        int candidates = 0;
        for (int index = 0; index < entries.Length; index++)
        {
            ref RouteEntry entry = ref entries[index];
            RouteRow row = table.Rows[index];
            entry.Price = (row.InputPrice * request.InputTokens) + (row.OutputPrice * RouteFilters.OutputTokens(request, row.Model));
            if (!RouteFilters.Passes(request, row, index, pinned, ref entry) || !IsWell(request, row, healthAt, ref entry))
            {
                continue;
            }

            candidates++;
            entry.Priority = row.Model.Priority;
            entry.Weight = row.Model.Weight;
            entry.IsPreferred = preferred == index;
            double expectation = ExpectationOf(row.Model, expected);
            (entry.Performance, entry.Reliability) = samples ? _draws.Sample(learned?[index], now, expectation)
                : learned?[index] is { } known ? known.MeansAt(now, expectation)
                : (expectation, Posterior.Prior);
        }

        return candidates;
    }

    private double[]? Expect(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || _options.TextQuality is not { } quality)
        {
            return null;
        }

        double[] expected = new double[quality.ModelIds.Length];
        quality.Predict(text, expected);
        return expected;
    }

    // Of a model that was not among the examples nothing is known; certain is nothing.
    private double ExpectationOf(ModelInfo model, double[]? expected) =>
        expected is not null && _options.TextQuality!.ModelIds.IndexOf(model.Id) is >= 0 and var place ? Math.Clamp(expected[place], 0.01, 0.99) : Posterior.Prior;

    private bool IsWell(in RouteRequest request, RouteRow row, long now, ref RouteEntry entry)
    {
        ModelHealthSnapshot health = HealthOf(row, now);
        entry.InFlight = health.InFlight;
        entry.Latency = health.Latency?.TotalSeconds ?? row.TypicalLatency;
        entry.SlowLatency = health.LatencyP95?.TotalSeconds ?? double.NaN;
        entry.FirstToken = health.TimeToFirstToken?.TotalSeconds ?? double.NaN;
        entry.Unavailable = health.IsAvailable ? null : health.Reason ?? "its circuit breaker is open";
        return RouteFilters.PassesLatency(request, ref entry)
            && (entry.Unavailable is null || !_options.ExcludeUnavailable || RouteFilters.Exclude(ref entry, RouteExclusionCause.Unavailable, 0));
    }

    // Health of ours is read in every decision: one look at the clock serves all models.
    private ModelHealthSnapshot HealthOf(RouteRow row, long now) =>
        _health is ModelHealth own ? own.Read(row.Health ??= own.FindOrAdd(row.Model), now) : _health?.Read(row.Model) ?? default;

    private void Order(in RouteRequest request, RouteTable table, RoutingStrategy strategy, Span<RouteEntry> entries)
    {
        if (strategy == RoutingStrategy.RoundRobin)
        {
            _draws.TakeTurn(entries, table);
            return;
        }

        if (strategy == RoutingStrategy.Weighted)
        {
            _draws.DrawByWeight(entries);
        }
        else if (strategy == RoutingStrategy.AbTest)
        {
            int arm = AbAssignment.IsTreatment(table.Test!, request.AssignmentKey ?? request.Tenant) ? table.Treatment : table.Control;
            if (arm >= 0)
            {
                entries[arm].IsChosen = true;
            }
        }

        RouteScoring.Score(strategy, entries, _options, (request.RequiredCapabilities & ModelCapabilities.Streaming) != 0);
        RouteOrder.Sort(entries);
    }

    private RouteHeader Write(in RouteRequest request, RoutingStrategy strategy, ReadOnlySpan<RouteEntry> entries, Span<RouteFigure> figures, int candidates)
    {
        bool samples = _options.Exploration == RouteExploration.Thompson;
        var header = new RouteHeader(strategy, null, null);
        for (int place = 0; place < figures.Length; place++)
        {
            int model = entries[place].ModelAtPlace;
            ref readonly RouteEntry entry = ref entries[model];
            figures[place] = RouteFigure.Of(strategy, entry, model, place, candidates, samples);
            header = entry.Cause switch
            {
                RouteExclusionCause.Cost => header with { CostLimit = request.CostLimit },
                RouteExclusionCause.Latency => header with { LatencyLimit = request.LatencyLimit },
                _ => header,
            };
        }

        return header;
    }
}
