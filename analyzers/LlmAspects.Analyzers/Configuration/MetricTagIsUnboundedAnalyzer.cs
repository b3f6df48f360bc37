using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2005: A metric tag must have few values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Removing Metric loses a dimension on which a dashboard may rely; the value may be bounded after all.")]
public sealed class MetricTagIsUnboundedAnalyzer() : TagAnalyzer(Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A metric tag must have few values",
        messageFormat: "The metric tag '{0}' has the type '{1}', which is unbounded: use an enum or a bool, or remove Metric",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every new value of a metric tag makes a new time series.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override string? FindCause(ResolvedTag tag, AspectSymbols symbols) =>
        tag is { Value.Type: var type, Tag.IsMetric: true } && !TagValueRules.IsBounded(type) ? type.ToDisplayString(CoreSignature.Format) : null;
}
