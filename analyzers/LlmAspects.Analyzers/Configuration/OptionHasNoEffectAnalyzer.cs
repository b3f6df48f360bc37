using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2009: An option of an aspect must have an effect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Removing the option and changing what makes it pointless are both possible, and only the author knows which was meant.")]
public sealed class OptionHasNoEffectAnalyzer : AspectOptionAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "An option of an aspect must have an effect",
        messageFormat: "'{0}' is ignored: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An option that its method or another option makes pointless misleads whoever reads the attribute.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols)
    {
        var isTrace = AspectSymbols.IsSame(attribute.AttributeClass, symbols.TracePerformance);
        if (!isTrace && !AspectSymbols.IsSame(attribute.AttributeClass, symbols.ErrorContext))
        {
            return;
        }

        var options = attribute.NamedArguments.Select(argument => new IgnoredOption(
            argument.Key,
            FindArgument(attribute, argument.Key, context.CancellationToken)?.GetLocation(),
            (isTrace ? IgnoredOptionRules.FindTraceProblem(attribute, argument.Key, context.Symbol, symbols) : IgnoredOptionRules.FindErrorProblem(attribute, argument.Key, symbols)) ?? string.Empty));
        foreach (var ignored in options.Where(static option => option.Reason.Length > 0).Concat(IgnoredOptionRules.FindNames(attribute, context.Symbol, symbols, context.CancellationToken)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, ignored.Location, ignored.Option, ignored.Reason));
        }
    }
}
