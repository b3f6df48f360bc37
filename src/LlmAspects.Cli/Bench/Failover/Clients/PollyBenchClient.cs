using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>A pipeline of Polly over the OpenAI SDK.</summary>
internal sealed class PollyBenchClient : IBenchClient
{
    public string Name => "polly";

    public string Title => "Polly: fallback, retry, timeout";

    public string Limits => "2 retries a model with exponential delays from 2 s and jitter, 30 s to the first event and between events; over the OpenAI SDK without retries.";

    public bool HasBackup => true;

    public IChatClient Open(Uri endpoint, BenchTimes times, TimeProvider time) => new PollyChatClient(
        SdkClients.Create(endpoint, WallModels.Primary, retries: 0, times),
        SdkClients.Create(endpoint, WallModels.Backup, retries: 0, times),
        times,
        time);
}
