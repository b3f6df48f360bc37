using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3007: A method with <c>[RetryWithBackoff]</c> should not reach a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which of the two retries goes depends on how the client is configured.")]
public sealed class RetriedMethodReachesModelAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with [RetryWithBackoff] should not reach a model",
        messageFormat: "'{0}' is retried around a call of a model: clients and failover retry by themselves, and the retries multiply; retry in one place",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Three attempts around a client that makes four are twelve requests, each of them paid for, against a service that is overloaded already.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolStartAction(start => RegisterIn(start, symbols), SymbolKind.NamedType);

    private static void RegisterIn(SymbolStartAnalysisContext context, AspectSymbols symbols)
    {
        IMethodSymbol[] retried = [.. symbols.AnnotatedMembersOf((INamedTypeSymbol)context.Symbol).OfType<IMethodSymbol>().Where(method => RetryRules.AttributeOf(method, symbols) is not null)];
        if (retried.Length == 0)
        {
            return;
        }

        var calls = new TypeCalls();
        context.RegisterOperationAction(action => calls.Add(action.ContainingSymbol, action.Operation, symbols), OperationKind.Invocation, OperationKind.MethodReference);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var method in retried)
            {
                if (CoreMethodRules.FindCore(method, symbols, end.CancellationToken) is { } core && calls.ReachModel(core))
                {
                    var location = RetryRules.AttributeOf(method, symbols)!.ApplicationSyntaxReference?.GetSyntax(end.CancellationToken).GetLocation();
                    end.ReportDiagnostic(Diagnostic.Create(Rule, location, method.Name));
                }
            }
        });
    }
}
