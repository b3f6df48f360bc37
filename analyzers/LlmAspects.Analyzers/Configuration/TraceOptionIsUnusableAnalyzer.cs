using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2020: An option of [TracePerformance] must be usable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the option was meant to say cannot be told from a value that means nothing.")]
public sealed class TraceOptionIsUnusableAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2020";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "An option of [TracePerformance] must be usable",
        messageFormat: "'{0}' is ignored: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An option that is out of range, or that another one makes pointless, is left out of the wrapper.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        if (!AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance))
        {
            return;
        }

        foreach (var option in attribute.NamedArguments.Select(static argument => argument.Key))
        {
            if (AspectOptionRules.FindTraceProblem(attribute, option) is { } problem)
            {
                var location = FindArgument(attribute, option, context.CancellationToken)?.GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, option, problem));
            }
        }
    }
}
