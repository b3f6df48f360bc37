using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0003: A method with an aspect needs a Core method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreMethodIsMissingAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.CoreIsMissing, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with an aspect needs a Core method",
        messageFormat: "Declare '{2}': it is the body that the aspects of '{0}' wrap",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The wrapper calls a private sibling whose name is that of the method with Core appended, before Async if the name ends so.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
