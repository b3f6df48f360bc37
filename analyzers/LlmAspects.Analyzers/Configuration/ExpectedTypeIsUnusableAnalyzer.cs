using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2021: Expected must name exceptions that generated code can see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whether the type becomes visible or leaves the list is the decision of its author.")]
public sealed class ExpectedTypeIsUnusableAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2021";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "Expected must name exceptions that generated code can see",
        messageFormat: "'{0}' is not expected: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A type that no exception can be of, or that generated code cannot name, is left out of the wrapper.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        if (!AspectSymbols.IsSame(attribute.AttributeClass, symbols.ErrorContext))
        {
            return;
        }

        var types = AspectOptionRules.ExpectedOf(attribute);
        var argument = FindArgument(attribute, "Expected", context.CancellationToken);
        for (var i = 0; i < types.Length; i++)
        {
            // An unknown type is the compiler's affair.
            if (types[i].Kind != TypedConstantKind.Error
                && types[i].Value is not IErrorTypeSymbol
                && AspectOptionRules.FindExpectedProblem(types[i].Value as ITypeSymbol, context.Compilation) is { } problem)
            {
                var location = (ElementAt(argument?.Expression, i) ?? argument)?.GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, (types[i].Value as ITypeSymbol)?.ToDisplayString() ?? "null", problem));
            }
        }
    }

    private static SyntaxNode? ElementAt(ExpressionSyntax? array, int index) => array switch
    {
        CollectionExpressionSyntax { Elements: var elements } => elements.ElementAtOrDefault(index),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements.ElementAtOrDefault(index),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements.ElementAtOrDefault(index),
        _ => null,
    };
}
