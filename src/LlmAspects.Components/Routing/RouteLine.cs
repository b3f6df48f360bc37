namespace LlmAspects.Components.Routing;

/// <summary>One model of a decision, with all that the words about it need. Immutable.</summary>
internal readonly record struct RouteLine(RouteTable Table, RouteHeader Header, RouteFigure Figure, string? HeldBack)
{
    public ModelInfo Model => Table.Models[Figure.Model];
}
