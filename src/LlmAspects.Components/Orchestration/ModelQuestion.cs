using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>A question that is asked until the answer is good.</summary>
/// <param name="Step">The node, or what else is asked for.</param>
/// <param name="Part">What the money is spent for.</param>
/// <param name="Messages">The question.</param>
internal sealed record ModelQuestion(string Step, SpendingPart Part, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>The only model that may answer.</summary>
    public string? ModelId { get; init; }

    public LlmTask? Task { get; init; }

    public ChatResponseFormat? Format { get; init; }

    /// <summary>The panel that is asked; null asks one model.</summary>
    public MultiModelEnsembler? Panel { get; init; }

    public AnswerKind Kind { get; init; }

    /// <summary>How often a bad answer is asked for again.</summary>
    public int MaxRetries { get; init; }

    public DateTimeOffset Deadline { get; init; }

    /// <summary>Judges an answer.</summary>
    public required Func<ChatResponse, IReadOnlyList<ChatMessage>, AnswerVerdict> Judge { get; init; }

    /// <summary>Told why a bad answer is asked for again.</summary>
    public Action<string>? OnRetry { get; init; }
}
