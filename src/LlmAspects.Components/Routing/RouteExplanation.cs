namespace LlmAspects.Components.Routing;

/// <summary>Everything that a decision says, as figures; words are made on demand. Candidates come first, in order. Immutable.</summary>
internal sealed class RouteExplanation(RouteTable table, RouteHeader header, RouteFigure[] figures, string?[] unavailable, int candidates, uint hash)
{
    public int Candidates => candidates;

    public uint Hash => hash;

    public string Strategy => RoutingStrategyNames.NameOf(header.Strategy);

    public ReadOnlySpan<RouteFigure> Figures => figures;

    public RouteHeader Header => header;

    public ModelInfo ModelAt(int place) => table.Models[figures[place].Model];

    public double ScoreAt(int place) => figures[place].Score / 1_000d;

    public string? UnavailableAt(int place) => unavailable[place];

    public string ReasonOf(int place) => RouteReasons.OfCandidate(table, header.Strategy, figures[place], unavailable[place]);

    public RouteExclusion ExclusionAt(int place) =>
        new(ModelAt(place), (RouteExclusionCause)figures[place].Cause, RouteReasons.OfExclusion(table, header, figures[place], unavailable[place]));

    public RouteExclusion[] MakeExclusions()
    {
        var exclusions = new RouteExclusion[figures.Length - candidates];
        for (int i = 0; i < exclusions.Length; i++)
        {
            exclusions[i] = ExclusionAt(candidates + i);
        }

        return exclusions;
    }
}
