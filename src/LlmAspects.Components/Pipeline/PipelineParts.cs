using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Pipeline;

/// <summary>What a pipeline is made of.</summary>
internal sealed record PipelineParts(RequestPreparation Preparation, AnswerStage Answers, PipelineFacts Facts, PipelineServices Services, ModelClients Clients);
