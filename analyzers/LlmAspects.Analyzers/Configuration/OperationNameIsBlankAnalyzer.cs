using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2026: A component or operation name must not be blank.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Either the name is left out or one was meant that is not there.")]
public sealed class OperationNameIsBlankAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2026";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A component or operation name must not be blank",
        messageFormat: "The name '{0}' is ignored: it is blank; leave it out for the default name",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A blank name is left out, and component or operation get their default names.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Analyze(action, symbols), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        foreach (var name in GivenNames.Of(context.Symbol, symbols, context.CancellationToken).Where(static name => OperationNameRules.IsBlank(name.Value)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, name.Argument, name.Option));
        }
    }
}
