using LlmAspects.Cli.Bench.Failover.Clients;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>The clients under test, ours first.</summary>
internal static class BenchClients
{
    public static readonly IReadOnlyList<IBenchClient> All = [new LlmAspectsBenchClient(), new OpenAIBenchClient(), new OrderedBenchClient(), new PollyBenchClient()];
}
