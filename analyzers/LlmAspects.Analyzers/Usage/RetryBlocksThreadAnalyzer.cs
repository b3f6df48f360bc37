using System.Collections.Immutable;
using System.Globalization;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3001: A synchronous method with [RetryWithBackoff] blocks its thread during the delay.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A method that becomes asynchronous changes all of its callers.")]
public sealed class RetryBlocksThreadAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A synchronous method with [RetryWithBackoff] blocks its thread during the delay",
        messageFormat: "'{0}' blocks its thread for up to {1} ms when its attempts fail; return Task or ValueTask, or set BaseDelayMilliseconds to 0",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a method that returns a task or an asynchronous stream can wait without a thread.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private static void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method.PartialDefinitionPart is null
            && RetryRules.AttributeOf(method, symbols) is { } attribute
            && !AspectReturnRules.IsAsynchronous(method, symbols)
            && RetryConfigurationRules.LongestWaitOf(attribute) is > 0 and var wait
            && AspectTargetRules.FindProblem(method, symbols, context.CancellationToken) is null)
        {
            var location = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, method.Name, wait.ToString("0", CultureInfo.InvariantCulture)));
        }
    }
}
