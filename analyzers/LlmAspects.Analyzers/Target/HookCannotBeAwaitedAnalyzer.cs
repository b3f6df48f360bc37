using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0010: A hook that returns ValueTask needs a method that can await it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Either the method becomes asynchronous, which changes its callers, or the hook becomes synchronous.")]
public sealed class HookCannotBeAwaitedAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.HookCannotBeAwaited, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0010";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A hook that returns ValueTask needs a method that can await it",
        messageFormat: "'{0}' cannot have the aspect: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Such a hook makes the wrapper an async method, which returns a task and takes its parameters by value.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
