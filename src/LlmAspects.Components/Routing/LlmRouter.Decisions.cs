using System.Buffers;
using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

// How a decision is made: filters, figures, strategy, order. Nothing here allocates for a catalogue of usual size, except for what is learned of texts.
public sealed partial class LlmRouter
{
    private RouteDecision RouteCore(in RouteRequest request)
    {
        RouteTable table = CurrentTable();
        RoutingStrategy strategy = Check(request, table, out int pinned);
        int models = table.Models.Length;
        if (models <= RouteFigureBlock.Size)
        {
            Span<RouteEntry> entries = stackalloc RouteEntry[models];
            return Decide(request, table, strategy, pinned, entries);
        }

        RouteEntry[] rented = ArrayPool<RouteEntry>.Shared.Rent(models);
        try
        {
            Span<RouteEntry> entries = rented.AsSpan(0, models);
            entries.Clear();
            return Decide(request, table, strategy, pinned, entries);
        }
        finally
        {
            ArrayPool<RouteEntry>.Shared.Return(rented);
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

    private RouteDecision Decide(in RouteRequest request, RouteTable table, RoutingStrategy strategy, int pinned, Span<RouteEntry> entries)
    {
        int candidates = Judge(request, table, pinned, entries);
        if (candidates > 0)
        {
            Order(request, table, strategy, entries);
        }
        else
        {
            RouteOrder.Sort(entries);
        }

        RouteFigureBlock block = default;
        RouteFigure[]? more = entries.Length > RouteFigureBlock.Size ? new RouteFigure[entries.Length] : null;
        RouteHeader header = Write(request, strategy, entries, more is null ? block[..entries.Length] : more, candidates);
        var decision = new RouteDecision(table, header, block, more);
        if (candidates == 0)
        {
            Interlocked.Increment(ref _refusals);
            throw new NoCapableModelException([.. decision.Exclusions], _options.NoCapableModelHint);
        }

        Interlocked.Increment(ref _decisions);
        table.Rows[entries[0].ModelAtPlace].Slot.CountFirst();
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
            if (!RouteFilters.Passes(request, row, index, pinned, ref entry) || !IsWell(request, table, index, healthAt, ref entry))
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

    private bool IsWell(in RouteRequest request, RouteTable table, int index, long now, ref RouteEntry entry)
    {
        RouteRow row = table.Rows[index];
        ModelHealthSnapshot health = HealthOf(row, now);
        entry.InFlight = health.InFlight;
        entry.Latency = health.Latency?.TotalSeconds ?? row.TypicalLatency;
        entry.SlowLatency = health.LatencyP95?.TotalSeconds ?? double.NaN;
        entry.FirstToken = health.TimeToFirstToken?.TotalSeconds ?? double.NaN;
        entry.IsHeldBack = !health.IsAvailable;
        if (entry.IsHeldBack)
        {
            table.HeldBack.Note(index, health.Reason ?? "its circuit breaker is open");
        }

        return RouteFilters.PassesLatency(request, ref entry)
            && (!entry.IsHeldBack || !_options.ExcludeUnavailable || RouteFilters.Exclude(ref entry, RouteExclusionCause.Unavailable, 0));
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
        var header = new RouteHeader(strategy, candidates, 0, TimeSpan.Zero);
        for (int place = 0; place < figures.Length; place++)
        {
            int model = entries[place].ModelAtPlace;
            ref readonly RouteEntry entry = ref entries[model];
            figures[place] = RouteFigure.Of(strategy, entry, model, place, candidates, samples);
            header = entry.Cause switch
            {
                RouteExclusionCause.Cost => header with { CostLimit = request.CostLimit.GetValueOrDefault() },
                RouteExclusionCause.Latency => header with { LatencyLimit = request.LatencyLimit.GetValueOrDefault() },
                _ => header,
            };
        }

        return header;
    }
}
