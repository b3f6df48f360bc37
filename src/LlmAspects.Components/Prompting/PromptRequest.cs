using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>What the messages of a request are made of.</summary>
public sealed record PromptRequest
{
    /// <summary>The user's words; they reach the model in the user role, exactly as they are but for the changes in <see cref="PromptResult.Optimization"/>.</summary>
    public required string Question { get; init; }

    /// <summary>The conversation so far; messages keep their roles and their order. The default is empty.</summary>
    public IReadOnlyList<ChatMessage> History { get; init; } = [];

    /// <summary>The retrieved pieces; they reach the model in the user role, behind a random fence. The default is empty.</summary>
    public IReadOnlyList<RetrievedChunk> Context { get; init; } = [];

    /// <summary>What the request asks for. The default is <see cref="LlmTask.General"/>.</summary>
    public LlmTask Task { get; init; }

    /// <summary>How hard the question is, 0 to 1, as far as the program knows. The default is <see langword="null"/>: unknown.</summary>
    public double? Complexity { get; init; }

    /// <summary>
    /// The template of the system message. The default is <see langword="null"/>: <see cref="PromptTemplateNames.FewShot"/> when there are examples,
    /// else <see cref="PromptTemplateNames.ChainOfThought"/> for <see cref="LlmTask.Reasoning"/> or a <see cref="Complexity"/> above 0.7, else <see cref="PromptTemplateNames.Simple"/>.
    /// </summary>
    public string? TemplateName { get; init; }

    /// <summary>
    /// Values for the variables of the template. They become part of the system message: give values of the program, never words of its users. The default is empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Worked examples, shown before the conversation in the roles of user and assistant. The default is empty.</summary>
    public IReadOnlyList<PromptExample> Examples { get; init; } = [];

    /// <summary>Which of the examples are shown. The default is <see langword="null"/>: all, in their order.</summary>
    public ExampleSelection? Selection { get; init; }

    /// <summary>Whose request it is: what the query optimizer learns stays with the tenant. The default is <c>""</c>, a tenant of its own.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>What the program knows and the question may not say; see <see cref="OptimizationRequest.Background"/>. The default is <see langword="null"/>.</summary>
    public string? Background { get; init; }

    /// <summary>The strategies of the query optimizer whose suggestions were accepted. The default is empty.</summary>
    public IReadOnlyCollection<OptimizationStrategy> Accepted { get; init; } = [];
}
