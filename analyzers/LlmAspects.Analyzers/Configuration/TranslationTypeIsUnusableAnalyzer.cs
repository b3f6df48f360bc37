using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2022: TranslateTo must name an exception that generated code can create.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Either the exception gets a constructor or another exception is named.")]
public sealed class TranslationTypeIsUnusableAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2022";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "TranslateTo must name an exception that generated code can create",
        messageFormat: "Errors are not translated to '{0}': {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without a type that can be created the wrapper lets errors pass unchanged.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        if (AspectSymbols.IsSame(attribute.AttributeClass, symbols.ErrorContext)
            && TranslationRules.TypeOf(attribute) is { } type
            && TranslationRules.FindProblem(type, context.Compilation) is { } problem)
        {
            var location = FindArgument(attribute, "TranslateTo", context.CancellationToken)?.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, type.ToDisplayString(), problem));
        }
    }
}
