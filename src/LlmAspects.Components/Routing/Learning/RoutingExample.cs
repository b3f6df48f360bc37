namespace LlmAspects.Components.Routing.Learning;

/// <summary>A question of the past, and how well each model answered it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Scores">The quality of each model's answer, 0 to 1, by model id; every example of a training has the same models.</param>
public sealed record RoutingExample(string Text, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>What the question belongs to, for example a subject or a document; questions of new groups are expected when examples say theirs. The default is <see langword="null"/>.</summary>
    public string? Group { get; init; }
}
