using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>The ordered failover of Microsoft.Extensions.AI over two clients of the OpenAI SDK.</summary>
internal sealed class OrderedBenchClient : IBenchClient
{
    public string Name => "extensions-ai";

    public string Title => "Microsoft.Extensions.AI OrderedFailoverChatClient";

    public string Limits => "over the OpenAI SDK: 2 retries a model, network time-out 30 s.";

    public bool HasBackup => true;

// The type is experimental; the benchmark measures it as it is and ships nothing that depends on it.
#pragma warning disable MEAI001
    public IChatClient Open(Uri endpoint, BenchTimes times, TimeProvider time) => new OrderedFailoverChatClient(
    [
        SdkClients.Create(endpoint, WallModels.Primary, BenchBudget.Retries, times),
        SdkClients.Create(endpoint, WallModels.Backup, BenchBudget.Retries, times),
    ]);
#pragma warning restore MEAI001
}
