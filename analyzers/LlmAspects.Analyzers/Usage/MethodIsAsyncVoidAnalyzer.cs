using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3005: A component must not have async void methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A method that returns Task has to be awaited by its callers, which a handler of events has not.")]
public sealed class MethodIsAsyncVoidAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A component must not have async void methods",
        messageFormat: "Return Task from '{0}': nobody can await an async void method, its exceptions pass every aspect by and end the process",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The wrapper of an async void method sees only its start. What happens after the first await is neither timed nor recorded.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private static void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        if (method is { IsAsync: true, ReturnsVoid: true, MethodKind: MethodKind.Ordinary } && !HandlesEvents(method, symbols) && UsesAspects(method.ContainingType, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations.FirstOrDefault(), method.Name));
        }
    }

    private static bool UsesAspects(INamedTypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.HasAttribute(type, symbols.LlmComponent) || !symbols.AnnotatedMembersOf(type).IsEmpty;

    // Its signature is not its own choice.
    private static bool HandlesEvents(IMethodSymbol method, AspectSymbols symbols) =>
        method.Parameters.Length == 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_Object && AspectSymbols.DerivesFrom(method.Parameters[1].Type, symbols.EventArgs);
}
