using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2025: FailedWhen and ErrorTypeFrom must lead to values of the result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which value of the result was meant cannot be told from a path that leads nowhere.")]
public sealed class FailedResultLeadsNowhereAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2025";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "FailedWhen and ErrorTypeFrom must lead to values of the result",
        messageFormat: "'{0}' is ignored: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A path is checked when the program is compiled; with a wrong one every result would count as a success.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        var method = context.Symbol as IMethodSymbol ?? (context.Symbol as IPropertySymbol)?.GetMethod;
        if (method is null || !AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance))
        {
            return;
        }

        foreach (var option in (string[])[FailedResultRules.FailedWhen, FailedResultRules.ErrorTypeFrom])
        {
            if (FailedResultRules.Resolve(attribute, option, method, symbols).Problem is { } problem)
            {
                var location = FindArgument(attribute, option, context.CancellationToken)?.GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, option, problem));
            }
        }
    }
}
