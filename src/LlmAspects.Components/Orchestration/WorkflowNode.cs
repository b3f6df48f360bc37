using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>One step of a workflow: a question to a model that may need the results of other steps.</summary>
/// <param name="Id">Its name in the workflow: 1 to 100 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; compared exactly.</param>
/// <param name="Prompt">What the model is asked. The results of <see cref="DependsOn"/> follow it as data behind a fence, in that order.</param>
public sealed record WorkflowNode(string Id, string Prompt)
{
    /// <summary>The nodes whose results it needs. The default is empty.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>A message in the system role before the prompt. The default is <see langword="null"/>: none.</summary>
    public string? Instructions { get; init; }

    /// <summary>The only model that may answer. The default is <see langword="null"/>: the client chooses.</summary>
    public string? ModelId { get; init; }

    /// <summary>What the node asks for. The default is <see langword="null"/>: the task of the request.</summary>
    public LlmTask? Task { get; init; }

    /// <summary>The form of the answer. The default is <see langword="null"/>: text. An answer that should be JSON and is not is asked for again.</summary>
    public ChatResponseFormat? ResponseFormat { get; init; }

    /// <summary>When two answers of a panel are the same. The default is <see cref="AnswerKind.Automatic"/>.</summary>
    public AnswerKind AnswerKind { get; init; }

    /// <summary>Says what is wrong with an answer, for the model to read; <see langword="null"/> when nothing is. The default is <see langword="null"/>: no check. Not a part of the definition that a checkpoint remembers.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>What becomes of the workflow when the node fails. The default is <see cref="NodeFailurePolicy.Fail"/>.</summary>
    public NodeFailurePolicy OnFailure { get; init; }

    /// <summary>The model that is asked when the node failed, with <see cref="NodeFailurePolicy.Fallback"/>. The default is <see langword="null"/>: none.</summary>
    public string? FallbackModelId { get; init; }

    /// <summary>The result when the node and its fallback model failed, with <see cref="NodeFailurePolicy.Fallback"/>. The default is <see langword="null"/>: none.</summary>
    public string? FallbackText { get; init; }

    /// <summary>How long the node may take with its retries, more than 0. The default is <see langword="null"/>: as <see cref="OrchestratorOptions.NodeTimeLimit"/> says. The deadline of the workflow may be sooner.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How often a bad answer is asked for again, at least 0. The default is <see langword="null"/>: as <see cref="OrchestratorOptions.MaxRetries"/> says.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The measured quality below which an answer is bad, 0 to 1. The default is <see langword="null"/>: as <see cref="OrchestratorOptions.QualityThreshold"/> says.</summary>
    public double? QualityThreshold { get; init; }
}
