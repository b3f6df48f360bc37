using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>What the messages of a request are made of.</summary>
public sealed record PromptRequest
{
    /// <summary>The user's words; they reach the model exactly as they are, in the user role.</summary>
    public required string Question { get; init; }

    /// <summary>The conversation so far; messages keep their roles and their order. The default is empty.</summary>
    public IReadOnlyList<ChatMessage> History { get; init; } = [];

    /// <summary>The retrieved pieces; they reach the model in the user role, behind a random fence. The default is empty.</summary>
    public IReadOnlyList<RetrievedChunk> Context { get; init; } = [];

    /// <summary>What the request asks for. The default is <see cref="LlmTask.General"/>.</summary>
    public LlmTask Task { get; init; }

    /// <summary>
    /// The template of the system message. The default is <see langword="null"/>: <see cref="PromptTemplateNames.FewShot"/> when there are examples,
    /// else <see cref="PromptTemplateNames.ChainOfThought"/> for <see cref="LlmTask.Reasoning"/>, else <see cref="PromptTemplateNames.Simple"/>.
    /// </summary>
    public string? TemplateName { get; init; }

    /// <summary>
    /// Values for the variables of the template. They become part of the system message: give values of the program, never words of its users. The default is empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Worked examples, shown before the conversation in the roles of user and assistant. The default is empty.</summary>
    public IReadOnlyList<PromptExample> Examples { get; init; } = [];
}
