namespace LlmAspects.Cli.Bench.Failover;

/// <summary>A client in all scenarios.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Limits">What it was allowed.</param>
/// <param name="RunTime">Seconds for all scenarios.</param>
/// <param name="Scenarios">Each scenario in order.</param>
internal sealed record ClientScore(string Name, string Title, string Limits, double RunTime, IReadOnlyList<ScenarioResult> Scenarios)
{
    public int Passed => Count(Verdict.Pass);

    public int Partial => Count(Verdict.Partial);

    public int Safe => Count(Verdict.Safe);

    public int Failed => Count(Verdict.Fail);

    /// <summary>The letters of all scenarios.</summary>
    public string Letters => string.Concat(Scenarios.Select(scenario => scenario.Letter));

    private int Count(Verdict verdict) => Scenarios.Count(scenario => scenario.Verdict == verdict);
}
