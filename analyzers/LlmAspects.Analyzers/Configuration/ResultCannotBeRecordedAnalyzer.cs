using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2024: RecordResult needs a result that can be recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Either the option goes or the result changes.")]
public sealed class ResultCannotBeRecordedAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2024";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "RecordResult needs a result that can be recorded",
        messageFormat: "The result of '{0}' is not recorded: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A result that is none, has no value to show, or may be a secret is left out of the span.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        var method = context.Symbol as IMethodSymbol ?? (context.Symbol as IPropertySymbol)?.GetMethod;
        if (method is not null
            && AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance)
            && RecordedResultRules.IsWanted(attribute, method)
            && RecordedResultRules.Resolve(method, symbols).Problem is { } problem)
        {
            var location = FindArgument(attribute, RecordedResultRules.Option, context.CancellationToken)?.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, context.Symbol.Name, problem));
        }
    }
}
