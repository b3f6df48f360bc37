using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>The OpenAI SDK with its own retries and no second model.</summary>
internal sealed class OpenAIBenchClient : IBenchClient
{
    public string Name => "openai";

    public string Title => "OpenAI SDK, built-in retries";

    public string Limits => "2 retries (its default is 3), network time-out 30 s, no backup.";

    public bool HasBackup => false;

    public IChatClient Open(Uri endpoint, BenchTimes times, TimeProvider time) => SdkClients.Create(endpoint, WallModels.Primary, BenchBudget.Retries, times);
}
