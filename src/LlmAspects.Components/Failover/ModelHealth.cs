using System.Collections.Concurrent;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Failover;

/// <summary>
/// Breakers, rate-limit pauses, latency and load of models. The failover handler changes it; others read. Health belongs to provider, endpoint and id of a model:
/// give each credential an instance of its own. Thread-safe.
/// </summary>
public sealed class ModelHealth : IModelHealthReader
{
    private readonly ConcurrentDictionary<(string Provider, Uri? Endpoint, string Id), Entry> _entries = new();
    private readonly CircuitBreakerOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates health in which every model is well.</summary>
    /// <param name="options">When breakers open and close; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ModelHealth(CircuitBreakerOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new CircuitBreakerOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A timestamp of the clock of this health.</summary>
    internal long Now => _time.GetTimestamp();

    /// <inheritdoc/>
    public ModelHealthSnapshot Read(ModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _entries.TryGetValue(KeyOf(model), out Entry? entry) ? Read(entry, Now) : default;
    }

    /// <summary>Reads what is kept of a model at a moment: whoever reads many models looks at the clock once.</summary>
    internal ModelHealthSnapshot Read(Entry entry, long now)
    {
        CircuitBreaker.View view = entry.Breaker.LookAt(now);
        DecayedLatency.View? latency = entry.Latency.At(now);
        return new ModelHealthSnapshot
        {
            State = view.State,
            UnavailableUntil = view.UnavailableFor is { } wait ? _time.GetUtcNow() + wait : null,
            Reason = view.Reason,
            InFlight = entry.InFlight,
            Latency = latency?.Median,
            LatencyP95 = latency?.P95,
            TimeToFirstToken = entry.FirstToken.At(now)?.Median,
        };
    }

    /// <summary>Takes note of when the first token of a stream came, for strategies that compare models by it. The failover handler does so for every stream with content.</summary>
    /// <param name="model">The model that streams.</param>
    /// <param name="elapsed">The time that the model was waited for, at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void ReportFirstToken(ModelInfo model, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(elapsed, TimeSpan.Zero);
        FindOrAdd(model).FirstToken.Add(elapsed);
    }

    /// <summary>Makes a model available at once: its configuration (key, quota, endpoint) has changed.</summary>
    /// <param name="model">The model.</param>
    public void Reset(ModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (_entries.TryGetValue(KeyOf(model), out Entry? entry))
        {
            entry.Breaker.Reset();
            entry.RefusesPrefill = false;
        }
    }

    /// <summary>Begins a call, unless the breaker or a pause holds the model back.</summary>
    /// <returns><see langword="null"/> when the model is held back.</returns>
    internal ModelCall? TryBegin(ModelInfo model)
    {
        Entry entry = FindOrAdd(model);
        return entry.Breaker.TryEnter(out CircuitBreaker.Ticket ticket) ? new ModelCall(entry, ticket) : null;
    }

    /// <summary>What is kept of a model; the same object as long as this health lives.</summary>
    internal Entry FindOrAdd(ModelInfo model) => _entries.GetOrAdd(KeyOf(model), static (_, health) => new Entry(health._options, health._time), this);

    private static (string Provider, Uri? Endpoint, string Id) KeyOf(ModelInfo model) => (model.Provider, model.Endpoint, model.Id);

    /// <summary>What is kept of one model.</summary>
    internal sealed class Entry(CircuitBreakerOptions options, TimeProvider time)
    {
        private volatile bool _refusesPrefill;
        private int _inFlight;

        public CircuitBreaker Breaker { get; } = new(options, time);

        public DecayedLatency Latency { get; } = new(time);

        public DecayedLatency FirstToken { get; } = new(time);

        public int InFlight => Volatile.Read(ref _inFlight);

        public bool RefusesPrefill
        {
            get => _refusesPrefill;
            set => _refusesPrefill = value;
        }

        public void Change(int by) => Interlocked.Add(ref _inFlight, by);
    }
}
