using System.Text.Json;

namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>All scenarios with the question, the answer and the scale of the fast profile.</summary>
internal sealed record ScenarioSet
{
    public required string Prompt { get; init; }

    public required string Answer { get; init; }

    /// <summary>What the fast profile multiplies times with.</summary>
    public required double FastScale { get; init; }

    public required IReadOnlyList<FailoverScenario> Scenarios { get; init; }

    /// <summary>Reads the scenarios of this tool.</summary>
    public static ScenarioSet Load()
    {
        using Stream file = typeof(ScenarioSet).Assembly.GetManifestResourceStream("failover/scenarios.json")!;
        return JsonSerializer.Deserialize(file, ScenarioJson.Default.ScenarioSet)!;
    }
}
