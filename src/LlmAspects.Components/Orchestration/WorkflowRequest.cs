using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What an orchestrator is asked to carry out.</summary>
public sealed record WorkflowRequest
{
    /// <summary>Asks for a workflow as it is.</summary>
    /// <param name="workflow">The workflow.</param>
    public WorkflowRequest(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        Workflow = workflow;
    }

    /// <summary>Asks for an answer to a request, which is divided into parts first.</summary>
    /// <param name="text">The request.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public WorkflowRequest(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Text = text;
    }

    /// <summary>The workflow; <see langword="null"/> when <see cref="Text"/> is to be divided.</summary>
    public Workflow? Workflow { get; }

    /// <summary>The request; <see langword="null"/> when <see cref="Workflow"/> is given.</summary>
    public string? Text { get; }

    /// <summary>Its id, one at a time for each tenant; with a checkpoint store a later run with the same id continues it. The default is <see langword="null"/>: a new random one.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>How it is carried out. The default is <see langword="null"/>: as <see cref="OrchestratorOptions.Strategy"/> says.</summary>
    public OrchestrationStrategy? Strategy { get; init; }

    /// <summary>The conversation before each node's prompt. The default is empty.</summary>
    public IReadOnlyList<ChatMessage> Conversation { get; init; } = [];

    /// <summary>
    /// The options of every call; <see cref="LlmChatOptions"/> for tenant, deadline, attempts and cost limit of the whole workflow: each node gets an equal share of what is left of the money.
    /// The default is <see langword="null"/>: the defaults.
    /// </summary>
    public ChatOptions? Options { get; init; }
}
