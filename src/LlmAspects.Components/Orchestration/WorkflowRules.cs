namespace LlmAspects.Components.Orchestration;

/// <summary>What the values of a node must be.</summary>
internal static class WorkflowRules
{
    private const int MaxIdLength = 100;

    /// <summary>Checks every node by itself.</summary>
    /// <exception cref="InvalidWorkflowException">A value is not allowed, or there is no node.</exception>
    public static void Require(IReadOnlyList<WorkflowNode> nodes)
    {
        if (nodes.Count == 0)
        {
            throw new InvalidWorkflowException(InvalidWorkflowException.InvalidNode, "A workflow needs a node.", []);
        }

        foreach (WorkflowNode node in nodes)
        {
            if (Fault(node) is { } fault)
            {
                throw new InvalidWorkflowException(InvalidWorkflowException.InvalidNode, $"The node '{node.Id}' cannot be used: {fault}", [node.Id ?? ""]);
            }
        }
    }

    private static string? Fault(WorkflowNode node) => node switch
    {
        { Id: not { Length: > 0 and <= MaxIdLength } } => $"its id must have 1 to {MaxIdLength} characters.",
        _ when !node.Id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') => "its id may have ASCII letters, digits, '-', '_' and '.' only.",
        _ when string.IsNullOrWhiteSpace(node.Prompt) => "its prompt is empty.",
        _ when node.DependsOn.Contains(null!) => "one of its dependencies is null.",
        _ when !Enum.IsDefined(node.OnFailure) => "there is no such policy.",
        _ when !Enum.IsDefined(node.AnswerKind) => "there is no such kind of answer.",
        { OnFailure: NodeFailurePolicy.Fallback, FallbackModelId: null, FallbackText: null } => "it should fall back, and has neither a fallback model nor a fallback text.",
        { OnFailure: not NodeFailurePolicy.Fallback } and ({ FallbackModelId: not null } or { FallbackText: not null }) => "it has a fallback, and its policy does not use it.",
        _ when node.TimeLimit <= TimeSpan.Zero => "its time limit must be more than 0.",
        { MaxRetries: < 0 } => "its retries must be at least 0.",
        { QualityThreshold: not (null or (>= 0 and <= 1)) } => "its quality threshold must be from 0 to 1.",
        _ => null,
    };
}
