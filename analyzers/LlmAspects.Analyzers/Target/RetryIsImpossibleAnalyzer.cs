using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0008: A method with [RetryWithBackoff] must be callable a second time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whether the retry goes or the signature changes is the decision of the author.")]
public sealed class RetryIsImpossibleAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.RetryIsImpossible, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with [RetryWithBackoff] must be callable a second time",
        messageFormat: "'{0}' cannot be retried: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A later attempt needs the arguments of the first one, and a configuration that allows it.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
