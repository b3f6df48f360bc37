using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2003: A tag needs a method with an aspect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagIsNeverRecordedAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A tag needs a method with an aspect",
        messageFormat: "The tag '{0}' is never recorded: add [ErrorContext] or [TracePerformance] to '{1}', or remove the tag",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only the wrapper of a method with an aspect records tags.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private static void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method is not { PartialDefinitionPart: null, AssociatedSymbol: null } || symbols.HasRecordingAspect(method))
        {
            return;
        }

        foreach (var tag in TagDeclaration.Of(method, symbols))
        {
            var location = tag.Attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, tag.Name, method.Name));
        }
    }
}
