using System.CommandLine;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.FaultWall;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>bench failover</c>.</summary>
internal sealed class FailoverBenchCommand : Command
{
    private readonly Option<BenchProfile> _profile = new("--profile")
    {
        Description = "fast (every time a tenth) or full (minutes for each client). [default: fast]",
        HelpName = "PROFILE",
    };

    private readonly Option<string?> _client = new("--client")
    {
        Description = $"One client: {string.Join(", ", BenchClients.All.Select(client => client.Name))}. [default: all]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "One scenario, S01 to S16. [default: all]",
        HelpName = "ID",
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Writes every figure as JSON into this file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _markdown = new("--markdown")
    {
        Description = "Writes the scorecard as Markdown into this file.",
        HelpName = "FILE",
    };

    public FailoverBenchCommand(Func<FailoverBenchOptions, CancellationToken, Task<int>> run)
        : base("failover", "Plays sixteen faults of model providers on a local server and judges what clients make of them. Exit code 1 when the failover handler of LlmAspects does not pass every scenario.")
    {
        foreach (Option option in (Option[])[_profile, _client, _scenario, _json, _markdown])
        {
            Options.Add(option);
        }

        _client.AcceptOnlyFromAmong([.. BenchClients.All.Select(client => client.Name)]);
        _scenario.Validators.Add(RequireScenario);
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    // The scenarios are read when one is named, not on every start of the tool.
    private static void RequireScenario(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } id && ScenarioSet.Load().Scenarios.All(scenario => scenario.Id != id))
        {
            result.AddError($"There is no scenario '{id}'. They are S01 to S16.");
        }
    }

    private FailoverBenchOptions Read(ParseResult parsed) => new()
    {
        Profile = parsed.GetValue(_profile),
        Client = parsed.GetValue(_client),
        Scenario = parsed.GetValue(_scenario),
        Json = parsed.GetValue(_json),
        Markdown = parsed.GetValue(_markdown),
    };
}
