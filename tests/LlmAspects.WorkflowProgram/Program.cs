using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Redis;
using LlmAspects.WorkflowProgram;
using StackExchange.Redis;

// A process that carries out a checkpointed workflow and says which nodes have ended: SERVER NODES file DIRECTORY, or SERVER NODES redis ADDRESS PREFIX
using var client = new LoopbackChatClient(new Uri(args[0]));
await using ConnectionMultiplexer? redis = args[2] == "redis" ? await ConnectionMultiplexer.ConnectAsync(args[3]) : null;
IWorkflowCheckpointStore store = redis is null ? new FileWorkflowCheckpointStore(args[3]) : new RedisWorkflowCheckpointStore(redis, new RedisWorkflowCheckpointOptions { KeyPrefix = args[4] });
var orchestrator = new MultiLlmOrchestrator(client, new OrchestratorOptions { SynthesizeByModel = false, QualityThreshold = null }, checkpoints: store);
int nodes = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var workflow = new Workflow(Enumerable.Range(0, nodes).Select(node => new WorkflowNode($"n{node}", $"n{node}") { DependsOn = [.. new[] { node - 3, node - 7 }.Where(needed => needed >= 0).Select(needed => $"n{needed}")] }));
await foreach (WorkflowEvent one in orchestrator.StreamAsync(new WorkflowRequest(workflow) { WorkflowId = "killed" }))
{
    Console.WriteLine($"{one.Kind} {one.NodeId}");
}
