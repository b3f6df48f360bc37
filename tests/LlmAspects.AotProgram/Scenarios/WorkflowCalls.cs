using LlmAspects.AotProgram.Recording;
using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A request that a model divides, in steps that are kept as files; run again, and no model is asked.</summary>
internal static class WorkflowCalls
{
    public static async Task RunAsync(Transcript transcript)
    {
        var folder = Directory.CreateTempSubdirectory("llmaspects-aot-");
        try
        {
            using var client = new ScriptedChatClient(static (messages, options) => options?.ResponseFormat is ChatResponseFormatJson
                ? """{"subtasks":[{"id":"source","prompt":"Where does it rise?","depends_on":[]},{"id":"mouth","prompt":"Where does it end?","depends_on":["source"]}]}"""
                : messages[^1].Text.Contains("rise?", StringComparison.Ordinal) ? "In the Alps." : "In the North Sea.");
            var request = new WorkflowRequest("Where does the Rhine rise, and where does it end?") { WorkflowId = "rhine", Strategy = OrchestrationStrategy.Sequential };

            for (var run = 1; run <= 2; run++)
            {
                var orchestrator = new MultiLlmOrchestrator(client, checkpoints: new WaitingStore(new FileWorkflowCheckpointStore(folder.FullName)));
                await foreach (var step in orchestrator.StreamAsync(request))
                {
                    transcript.Note($"run {run}, {step.Kind}: {step.NodeId}");
                    if (step.Result is { } result)
                    {
                        transcript.Note($"run {run}: {result.Text} {result.State}, {client.Calls} calls");
                    }
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Waits for the files: what follows then begins when the reading has ended, every time.</summary>
    private sealed class WaitingStore(FileWorkflowCheckpointStore files) : IWorkflowCheckpointStore
    {
        public ValueTask<IReadOnlyList<NodeCheckpoint>> LoadAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(files.LoadAsync(key, cancellationToken).AsTask().GetAwaiter().GetResult());

        public ValueTask SaveAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken = default)
        {
            files.SaveAsync(key, node, cancellationToken).AsTask().GetAwaiter().GetResult();
            return ValueTask.CompletedTask;
        }

        public ValueTask<bool> RemoveAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default) => files.RemoveAsync(key, cancellationToken);
    }
}
