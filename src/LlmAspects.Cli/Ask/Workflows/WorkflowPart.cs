using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pipeline;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>A node with what the pipeline said of its answer.</summary>
/// <param name="Node">What became of it.</param>
/// <param name="Details">How its answer came about; <see langword="null"/> when it has none.</param>
/// <param name="Citations">The checked citations of its answer.</param>
internal sealed record WorkflowPart(NodeResult Node, LlmResponseDetails? Details, Citations Citations);
