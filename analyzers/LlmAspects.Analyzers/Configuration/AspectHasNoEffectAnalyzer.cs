using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2016: The struct of an aspect must have hooks that take effect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which hooks the struct should have only its author knows.")]
public sealed class AspectHasNoEffectAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2016";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "The struct of an aspect must have hooks that take effect",
        messageFormat: "'{0}' {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An aspect without a hook does nothing, and an async method of a struct changes a copy of it.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        // An unknown type is the compiler's affair.
        if (symbols.IsUserAspect(attribute.AttributeClass)
            && new UserAspect(attribute).Type is var type and not IErrorTypeSymbol
            && UserAspectEffectRules.FindProblem(type) is { } problem)
        {
            var location = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, type.Name, problem));
        }
    }
}
