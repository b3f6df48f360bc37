namespace LlmAspects.Analyzers;

internal static class RuleCategories
{
    /// <summary>LLMA0xxx: the aspect's target cannot be expanded.</summary>
    public const string Target = "LlmAspects.Target";

    /// <summary>LLMA1xxx: an aspect is missing.</summary>
    public const string Missing = "LlmAspects.Missing";

    /// <summary>LLMA2xxx: an aspect is configured badly.</summary>
    public const string Configuration = "LlmAspects.Configuration";

    /// <summary>LLMA3xxx: an aspect is used badly.</summary>
    public const string Usage = "LlmAspects.Usage";
}
