using LlmAspects.Components.Orchestration;
using LlmAspects.WorkflowProgram;

// A process that carries out a checkpointed workflow and says which nodes have ended: SERVER DIRECTORY NODES
using var client = new LoopbackChatClient(new Uri(args[0]));
var orchestrator = new MultiLlmOrchestrator(client, new OrchestratorOptions { SynthesizeByModel = false, QualityThreshold = null }, checkpoints: new FileWorkflowCheckpointStore(args[1]));
int nodes = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
var workflow = new Workflow(Enumerable.Range(0, nodes).Select(node => new WorkflowNode($"n{node}", $"n{node}") { DependsOn = [.. new[] { node - 3, node - 7 }.Where(needed => needed >= 0).Select(needed => $"n{needed}")] }));
await foreach (WorkflowEvent one in orchestrator.StreamAsync(new WorkflowRequest(workflow) { WorkflowId = "killed" }))
{
    Console.WriteLine($"{one.Kind} {one.NodeId}");
}
