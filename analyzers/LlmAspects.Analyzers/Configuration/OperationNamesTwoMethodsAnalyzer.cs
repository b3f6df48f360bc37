using System.Collections.Concurrent;
using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2008: Different methods should be different operations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which of the methods keeps the name, and how the other one is called, only their author knows.")]
public sealed class OperationNamesTwoMethodsAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "Different methods should be different operations",
        messageFormat: "'{0}' is the operation '{1}' of '{2}' as well: their calls are counted as one; give one of them another name",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Statistics, metrics and error counts are kept by component and operation, so two methods with one pair cannot be told apart. The overloads of a method, and a method and its Async form, are one operation on purpose.",
        helpLinkUri: RulePages.Root + Id + ".md",
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        var operations = new ConcurrentBag<NamedOperation>();
        context.RegisterSymbolAction(action => Collect(action.Symbol, symbols, operations), SymbolKind.Method, SymbolKind.Property);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var group in operations.GroupBy(static operation => operation.Names))
            {
                Report(end, group);
            }
        });
    }

    private static void Collect(ISymbol symbol, AspectSymbols symbols, ConcurrentBag<NamedOperation> operations)
    {
        // Of a partial member the declaration speaks for both parts: their attributes merge.
        if (symbol is IMethodSymbol { PartialDefinitionPart: null, MethodKind: MethodKind.Ordinary } method && symbols.HasAspect(method))
        {
            operations.Add(NamedOperation.Of(method, symbols));
        }
        else if (symbol is IPropertySymbol { PartialDefinitionPart: null } property && symbols.HasAspect(property))
        {
            foreach (var accessor in AspectTargetRules.AccessorsOf(property))
            {
                operations.Add(NamedOperation.Of(accessor, symbols));
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, IGrouping<(string Component, string Operation), NamedOperation> group)
    {
        var inOrder = group.OrderBy(static operation => operation.Location?.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static operation => operation.Location?.SourceSpan.Start).ToArray();
        foreach (var operation in inOrder.Where(operation => operation.Owner != inOrder[0].Owner))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, operation.Location, operation.Owner, $"{group.Key.Component}.{group.Key.Operation}", inOrder[0].Owner));
        }
    }
}
