namespace LlmAspects.Cli.Bench.Failover;

/// <summary>A client in a scenario.</summary>
/// <param name="Id">The scenario.</param>
/// <param name="Title">Its name.</param>
/// <param name="Verdict">What it says of the client.</param>
/// <param name="Facts">What was measured.</param>
internal sealed record ScenarioResult(string Id, string Title, Verdict Verdict, ScenarioFacts Facts)
{
    /// <summary>The checks that do not hold; those that are not required say so.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>P for pass, p for partial, s for safe, F for fail.</summary>
    public char Letter => Verdict switch
    {
        Verdict.Pass => 'P',
        Verdict.Partial => 'p',
        Verdict.Safe => 's',
        _ => 'F',
    };
}
