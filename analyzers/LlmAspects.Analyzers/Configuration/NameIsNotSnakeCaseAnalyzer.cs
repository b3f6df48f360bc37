using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2007: A component or operation name should be snake_case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsNotSnakeCaseAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A component or operation name should be snake_case",
        messageFormat: "Call it '{1}' instead of '{0}': names of components and operations are snake_case",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Names become parts of span names, tags and metrics; a reader who searches for one expects the same form everywhere.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <summary>The property of a diagnostic that holds the name to use.</summary>
    public const string NameProperty = "Name";

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Analyze(action, symbols), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        foreach (var given in GivenNames.Of(context.Symbol, symbols, context.CancellationToken))
        {
            if (OperationNameRules.NameIn(given.Value) is { } name && SnakeCaseRules.FindBetter(name) is { } better)
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add(NameProperty, better);
                context.ReportDiagnostic(Diagnostic.Create(Rule, given.Expression, properties, name, better));
            }
        }
    }
}
