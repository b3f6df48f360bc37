using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2027: LinksFrom must name a parameter that gives links.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which parameter holds the links, or should, only the author knows.")]
public sealed class LinksParameterIsUnusableAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2027";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "LinksFrom must name a parameter that gives links",
        messageFormat: "The span gets no links: {0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter that is not there, or names no spans, is left out of the wrapper.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        if (AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance) && LinkRules.Resolve(attribute, context.Symbol, symbols).Problem is { } problem)
        {
            var location = FindArgument(attribute, LinkRules.Option, context.CancellationToken)?.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, problem));
        }
    }
}
