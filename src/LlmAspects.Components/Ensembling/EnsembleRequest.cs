using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>A question to a panel.</summary>
/// <param name="Messages">The messages that every member gets.</param>
public sealed record EnsembleRequest(IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>
    /// The options of every member's call; <see cref="LlmChatOptions"/> for tenant, task, deadline and cost limit, of which each member gets an equal share.
    /// The model is set by the ensembler. The default is <see langword="null"/>: the defaults.
    /// </summary>
    public ChatOptions? Options { get; init; }

    /// <summary>When two answers are the same. The default is <see cref="AnswerKind.Automatic"/>; a panel stops early by votes only when the kind is given, and is not free text.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>How the answers become one. The default is <see langword="null"/>: as <see cref="EnsembleOptions.Strategy"/> says.</summary>
    public EnsembleStrategy? Strategy { get; init; }
}
