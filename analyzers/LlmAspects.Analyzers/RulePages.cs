namespace LlmAspects.Analyzers;

internal static class RulePages
{
    /// <summary>Where the page of a rule is found by its id.</summary>
    public const string Root = "https://github.com/llmaspects/llmaspects/blob/main/docs/rules/";
}
