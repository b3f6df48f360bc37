using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LlmAspects.Components.Routing;

/// <summary>
/// The capable models in the order to try them, and why the others are not among them. Immutable. A decision of the router about up to 16 models is figures by value, so that making it
/// allocates nothing; about more models, it allocates one array. It is large for a value (448 bytes): pass it by <see langword="in"/> where a call is hot.
/// </summary>
/// <remarks>The default value is no decision: reading it throws <see cref="InvalidOperationException"/>.</remarks>
public readonly struct RouteDecision : IEquatable<RouteDecision>
{
    private static readonly RouteReader<RouteCandidate> ReadCandidate = static (in decision, place) =>
        decision._given is { } given ? given.Candidates[place] : new RouteCandidate(decision.LineAt(place));

    private static readonly RouteReader<RouteExclusion> ReadExclusion = static (in decision, place) =>
        decision._given is { } given ? given.Exclusions[place] : new RouteExclusion(decision.LineAt(decision._header.Candidates + place));

    private readonly GivenOrder? _given;
    private readonly RouteTable? _table;
    private readonly string?[]? _heldBack;
    private readonly RouteFigure[]? _more;
    private readonly RouteHeader _header;
    private readonly RouteFigureBlock _block;

    /// <summary>Creates a decision.</summary>
    /// <param name="candidates">At least one candidate, best first.</param>
    /// <param name="exclusions">The excluded models.</param>
    /// <param name="strategy">The strategy that ordered them.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one of the values is a default one, without a model.</exception>
    public RouteDecision(ImmutableArray<RouteCandidate> candidates, ImmutableArray<RouteExclusion> exclusions, string strategy)
    {
        if (candidates.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A decision needs a candidate; throw NoCapableModelException instead.", nameof(candidates));
        }

        ArgumentNullException.ThrowIfNull(strategy);
        _given = new GivenOrder(candidates, exclusions.IsDefault ? [] : exclusions, strategy);
        if (!_given.Models.All(static model => model is not null))
        {
            throw new ArgumentException("A candidate or an exclusion has no model: it is the default value.", nameof(candidates));
        }
    }

    /// <summary>Creates a decision of the router. Candidates come first, in order; without a candidate it serves for its exclusions alone.</summary>
    internal RouteDecision(RouteTable table, in RouteHeader header, in RouteFigureBlock block, RouteFigure[]? more)
    {
        _table = table;
        _heldBack = table.HeldBack.Latest;
        _more = more;
        _header = header;
        _block = block;
    }

    /// <summary>The capable models, best first; never empty.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public RouteList<RouteCandidate> Candidates =>
        new(this, _given is { } given ? given.Candidates.Length : Header.Candidates, ReadCandidate);

    /// <summary>The other models and why.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public RouteList<RouteExclusion> Exclusions =>
        new(this, _given is { } given ? given.Exclusions.Length : Table.Models.Length - Header.Candidates, ReadExclusion);

    /// <summary>The strategy that ordered the candidates, for example <c>balanced</c>.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Strategy => _given is { } given ? given.Strategy : RoutingStrategyNames.NameOf(Header.Strategy);

    /// <summary>The first candidate's model.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public ModelInfo Model => _given is { } given ? given.Candidates[0].Model : Table.Models[Figures[0].Model];

    private RouteTable Table => _table ?? throw SaysNothing();

    private RouteHeader Header => _table is not null ? _header : throw SaysNothing();

    [UnscopedRef]
    private ReadOnlySpan<RouteFigure> Figures => _more is { } more ? more : ((ReadOnlySpan<RouteFigure>)_block)[..(_table?.Models.Length ?? 0)];

    /// <summary>Whether one decision is equal to another: it says the same of the same models.</summary>
    /// <param name="left">A decision.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(in RouteDecision left, in RouteDecision right) => left.Equals(right);

    /// <summary>Whether one decision differs from another.</summary>
    /// <param name="left">A decision.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(in RouteDecision left, in RouteDecision right) => !left.Equals(right);

    /// <summary>Whether the other decision says the same of the same models; decisions with candidates of their own are equal when they share them.</summary>
    /// <param name="other">Another decision.</param>
    public bool Equals(RouteDecision other) =>
        Equals(_given, other._given)
        && _table == other._table
        && _header == other._header
        && Figures.SequenceEqual(other.Figures)
        && SaysTheSameOfHealth(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RouteDecision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_given, _table, _header, Figures.IsEmpty ? default : Figures[0]);

    private bool SaysTheSameOfHealth(in RouteDecision other)
    {
        for (int place = 0; place < Figures.Length; place++)
        {
            if (!string.Equals(HeldBackAt(place), other.HeldBackAt(place), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private RouteLine LineAt(int place) => new(Table, _header, Figures[place], HeldBackAt(place));

    private string? HeldBackAt(int place) => Figures[place] is var figure && figure.Has(RouteFigure.HeldBackFlag) ? _heldBack![figure.Model] : null;

    private static InvalidOperationException SaysNothing() =>
        new($"This is the default value of {nameof(RouteDecision)}, which says nothing. Take a decision from {nameof(LlmRouter)}.{nameof(LlmRouter.Route)}, or make one with candidates.");
}
