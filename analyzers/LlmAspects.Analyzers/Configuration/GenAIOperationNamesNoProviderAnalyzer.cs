using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2023: A GenAI operation should name its provider.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The provider is a fact about the program that the source of the method does not show.")]
public sealed class GenAIOperationNamesNoProviderAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2023";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A GenAI operation should name its provider",
        messageFormat: "The conventions require gen_ai.provider.name for '{0}'; set GenAIProvider, or add [Tag(\"gen_ai.provider.name\", ...)]",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Backends sort the spans and metrics of generative AI by the provider.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        if (AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance)
            && GenAIRules.FindOperationWithoutProvider(attribute, context.Symbol, symbols) is { } operation)
        {
            var location = FindArgument(attribute, "GenAI", context.CancellationToken)?.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, operation));
        }
    }
}
