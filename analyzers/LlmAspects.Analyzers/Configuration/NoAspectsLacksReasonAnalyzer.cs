using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2006: <c>[NoAspects]</c> needs a reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A reason made up by a fix would be none.")]
public sealed class NoAspectsLacksReasonAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "[NoAspects] needs a reason",
        messageFormat: "Say in [NoAspects] why '{0}' needs no error context and no trace; the next developer will ask",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An exemption without a reason cannot be judged when the method changes.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report(action, symbols), SymbolKind.Method);

    private static void Report(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: null } method
            && AspectSymbols.FindAttribute(method, symbols.NoAspects) is { } attribute
            && attribute.ConstructorArguments.All(static reason => string.IsNullOrWhiteSpace(reason.Value as string)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation(), method.Name));
        }
    }
}
