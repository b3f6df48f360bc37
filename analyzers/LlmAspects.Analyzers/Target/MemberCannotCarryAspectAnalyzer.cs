using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0006: Aspects belong on methods and properties that can be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("There is no way to keep both the aspect and the member: the body has to move to a method, which needs a name.")]
public sealed class MemberCannotCarryAspectAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.MemberIsUnsupported, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "Aspects belong on methods and properties that can be partial",
        messageFormat: "'{0}' cannot carry an aspect: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Aspects are generated as the implementing part of a partial method or property; C# allows those only for ordinary methods, properties and indexers of classes, structs and records.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        base.Register(context, symbols);

        context.RegisterSymbolAction(action => ReportFieldLikeEvent(action, symbols), SymbolKind.Event);

        // Symbol actions never see what is declared inside a body.
        context.RegisterSyntaxNodeAction(action => ReportLocalFunction(action, symbols), SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(
            action => ReportLambda(action, symbols), SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    // No action is called for accessors that the compiler wrote; both have the attributes of [method:].
    private void ReportFieldLikeEvent(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        if (((IEventSymbol)context.Symbol).AddMethod is { IsImplicitlyDeclared: true } accessor)
        {
            Report(accessor, context.Symbol.Locations.FirstOrDefault(), symbols, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private void ReportLocalFunction(SyntaxNodeAnalysisContext context, AspectSymbols symbols)
    {
        if (context.Node is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function
            && context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is IMethodSymbol method)
        {
            Report(method, function.Identifier.GetLocation(), symbols, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private void ReportLambda(SyntaxNodeAnalysisContext context, AspectSymbols symbols)
    {
        if (context.Node is LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda
            && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol method)
        {
            Report(method, lambda.ArrowToken.GetLocation(), symbols, context.ReportDiagnostic, context.CancellationToken);
        }
    }
}
