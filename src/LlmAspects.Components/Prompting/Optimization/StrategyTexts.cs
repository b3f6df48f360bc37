namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What strategies add to a query, and what they advise its writer.</summary>
internal static class StrategyTexts
{
    private const string Clarify = "If it is not clear what this request refers to, ask before you answer.";
    private const string Expand = "Say what the terms mean, and what the answer depends on.";
    private const string Exemplify = "Give one concrete example.";
    private const string Structure = "Answer each part in turn, under a number of its own.";

    public static readonly IReadOnlyDictionary<LlmTask, string> DefaultConstraints = new Dictionary<LlmTask, string>
    {
        [LlmTask.Summarization] = "Use at most five sentences.",
        [LlmTask.Generation] = "Use at most 300 words.",
        [LlmTask.Analysis] = "Give the result first, then the reasons as a short list.",
    };

    /// <summary>Every sentence that may have been added to a query.</summary>
    public static string[] Addable(QueryOptimizerOptions options) => [Clarify, Expand, Exemplify, Structure, .. options.Constraints.Values];

    /// <summary>The background as it is added.</summary>
    public static string? Background(string? background) => string.IsNullOrWhiteSpace(background) ? null : $"Background: {background}";

    /// <summary>What a strategy adds; <see langword="null"/> when it has nothing to add, or leaves something out instead.</summary>
    public static string? Addition(OptimizationStrategy strategy, LlmTask task, string? background, QueryOptimizerOptions options) => strategy switch
    {
        OptimizationStrategy.Clarification => Clarify,
        OptimizationStrategy.Expansion => Expand,
        OptimizationStrategy.Exemplification => Exemplify,
        OptimizationStrategy.Structuring => Structure,
        OptimizationStrategy.ConstraintSpecification => options.Constraints.GetValueOrDefault(task),
        OptimizationStrategy.ContextAddition => Background(background),
        _ => null,
    };

    public static string Advice(OptimizationStrategy strategy, QueryFeature feature, LlmTask task) => (strategy, feature) switch
    {
        (OptimizationStrategy.ContextAddition, QueryFeature.NoLanguage) => task == LlmTask.Translation ? "Name the language to translate into." : "Name the programming language.",
        (OptimizationStrategy.ContextAddition, QueryFeature.UnclearReference) => "Say what the pronoun stands for.",
        (OptimizationStrategy.ContextAddition, _) => "Add the text or code that the request speaks of.",
        (OptimizationStrategy.Clarification, _) => "Let the model ask when it is not clear what is meant.",
        (OptimizationStrategy.Expansion, _) => "Say in a whole sentence what you want to know.",
        (OptimizationStrategy.Simplification, _) => "Begin with the request itself.",
        (OptimizationStrategy.Exemplification, _) => "Ask for an example.",
        (OptimizationStrategy.Structuring, _) => "Number the parts of the request.",
        _ => "Say how long the answer may be, or which form it should have.",
    };
}
