using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0006: Aspects belong on methods that can be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberCannotCarryAspectAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.MemberIsUnsupported, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "Aspects belong on methods that can be partial",
        messageFormat: "'{0}' cannot carry an aspect: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Aspects are generated as the implementing part of a partial method, which C# allows only for ordinary methods of classes, structs and records.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        base.Register(context, symbols);

        // Symbol actions never see what is declared inside a body.
        context.RegisterSyntaxNodeAction(
            action =>
            {
                if (FindFunction(action) is { } function)
                {
                    Report(function, symbols, action.ReportDiagnostic, action.CancellationToken);
                }
            },
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression);
    }

    private static IMethodSymbol? FindFunction(SyntaxNodeAnalysisContext context) => context.Node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function =>
            context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) as IMethodSymbol,
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda =>
            context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };
}
