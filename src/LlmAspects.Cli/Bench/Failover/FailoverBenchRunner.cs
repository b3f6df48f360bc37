using System.Globalization;
using LlmAspects.Cli.Bench.Failover.Clients;
using LlmAspects.Cli.Bench.FaultWall;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>Runs <c>bench failover</c>: each client on a wall of its own, scenario after scenario.</summary>
/// <param name="terminal">Where the scorecard goes.</param>
/// <param name="progress">Where the way there goes.</param>
/// <param name="time">The clock.</param>
internal sealed class FailoverBenchRunner(ITerminal terminal, ITerminal progress, TimeProvider time)
{
    private readonly ScenarioSet _set = ScenarioSet.Load();

    public async Task<int> RunAsync(FailoverBenchOptions options, CancellationToken cancellationToken)
    {
        double scale = options.Profile == BenchProfile.Full ? 1 : _set.FastScale;
        FailoverScenario[] scenarios = [.. _set.Scenarios.Where(scenario => options.Scenario is null || scenario.Id == options.Scenario)];
        List<ClientScore> scores = [];
        foreach (IBenchClient client in BenchClients.All.Where(client => options.Client is null || client.Name == options.Client))
        {
            scores.Add(await RunAsync(client, scenarios, scale, cancellationToken).ConfigureAwait(false));
        }

        var card = new Scorecard(options.Profile, scale, scores);
        terminal.Text(card.ToText());
        Write(options.Json, () => ScorecardJson.Write(card));
        Write(options.Markdown, () => ScorecardMarkdown.Write(card));
        return ExitCodeOf(card);
    }

    /// <summary>Success when our client passes every scenario that was played. Peers are measured, not judged.</summary>
    public static int ExitCodeOf(Scorecard card) =>
        card.Clients.Any(client => client.Name == LlmAspectsBenchClient.ClientName && client.Passed < client.Scenarios.Count) ? ExitCodes.Failure : ExitCodes.Success;

    private async Task<ClientScore> RunAsync(IBenchClient client, FailoverScenario[] scenarios, double scale, CancellationToken cancellationToken)
    {
        progress.Detail(client.Title);
        WallServer wall = await WallServer.StartAsync(_set.Answer, time).ConfigureAwait(false);
        await using var ending = wall.ConfigureAwait(false);
        var runner = new ScenarioRunner(wall, _set, scale, time);
        await runner.WarmUpAsync(client, cancellationToken).ConfigureAwait(false);
        long started = time.GetTimestamp();
        List<ScenarioResult> results = [];
        foreach (FailoverScenario scenario in scenarios)
        {
            ScenarioResult result = await runner.RunAsync(client, scenario, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            progress.Detail(string.Create(CultureInfo.InvariantCulture, $"  {result.Letter} {result.Id} {result.Title}, {result.Facts.WallTime:0.00} s"));
        }

        return new ClientScore(client.Name, client.Title, client.Limits, time.GetElapsedTime(started).TotalSeconds, results);
    }

    private static void Write(string? file, Func<string> content)
    {
        if (file is not null)
        {
            ReportFile.Replace(Path.GetFullPath(file), content());
        }
    }
}
