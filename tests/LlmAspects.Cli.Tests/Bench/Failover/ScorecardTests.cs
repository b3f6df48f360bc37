using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.Failover.Clients;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class ScorecardTests
{
    private static readonly Verdict[] Mixed = [Verdict.Pass, Verdict.Partial, Verdict.Safe, Verdict.Fail];

    [Fact]
    public void Text_HasLettersTotalsAndWhatKeptFromAPass()
    {
        string text = Card("peer", Mixed).ToText();

        text.ShouldMatch(@"Peer +1 +1 +1 +1 +2\.5 +PpsF\n");
        text.ShouldContain("S1 to S4");
        text.ShouldContain("  p S2 title: waits (advisory)\n");
        text.ShouldContain($"  s S3 title: waits (advisory); {new string('x', 120)}...\n");
        text.ShouldContain("  F S4 title: waits (advisory); did not end in time");
    }

    [Theory]
    [InlineData("peer", Verdict.Fail, 0)]
    [InlineData(LlmAspectsBenchClient.ClientName, Verdict.Pass, 0)]
    [InlineData(LlmAspectsBenchClient.ClientName, Verdict.Partial, 1)]
    [InlineData(LlmAspectsBenchClient.ClientName, Verdict.Safe, 1)]
    internal void ExitCode_IsThatOfOurClient(string name, Verdict last, int code) =>
        FailoverBenchRunner.ExitCodeOf(Card(name, Verdict.Pass, last)).ShouldBe(code);

    private static Scorecard Card(string name, params Verdict[] verdicts) =>
        new(BenchProfile.Fast, 0.1, [new ClientScore(name, "Peer", "2 retries.", 2.5, [.. verdicts.Select((verdict, index) => Result($"S{index + 1}", verdict))])]);

    private static ScenarioResult Result(string id, Verdict verdict) => new(id, "title", verdict, FactsOf(verdict)) { Missed = verdict == Verdict.Pass ? [] : ["waits (advisory)"] };

    private static ScenarioFacts FactsOf(Verdict verdict) => verdict switch
    {
        Verdict.Safe => new ScenarioFacts { Outcome = CallOutcome.Error, Error = new string('x', 200) },
        Verdict.Fail => new ScenarioFacts { Outcome = CallOutcome.Hang },
        _ => new ScenarioFacts { Outcome = CallOutcome.Success, Complete = true },
    };
}
