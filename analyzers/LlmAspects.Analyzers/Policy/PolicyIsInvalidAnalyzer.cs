using System.Collections.Concurrent;
using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Policy;

/// <summary>LLMA2010: The policy must be readable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the setting was meant to say cannot be told from one that cannot be read.")]
public sealed class PolicyIsInvalidAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2010";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "The policy must be readable",
        messageFormat: "'{0}' is ignored: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A value of the policy that cannot be read says nothing, so methods that must carry aspects are not named.",
        helpLinkUri: RulePages.Root + Id + ".md",
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        // Files that share an .editorconfig share its mistakes.
        var problems = new ConcurrentDictionary<(string Key, string Advice), bool>();
        context.RegisterSyntaxTreeAction(action => Collect(action.Options.AnalyzerConfigOptionsProvider.GetOptions(action.Tree), problems));
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (key, advice) in problems.Keys.OrderBy(static problem => problem.Key, StringComparer.Ordinal).ThenBy(static problem => problem.Advice, StringComparer.Ordinal))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, key, advice));
            }

            ReportAttribute(end, symbols);
        });
    }

    private static void Collect(AnalyzerConfigOptions options, ConcurrentDictionary<(string Key, string Advice), bool> problems)
    {
        var unknown = KeysOf(options).Where(static key => key.StartsWith(PolicyKeys.Prefix, StringComparison.OrdinalIgnoreCase) && !PolicyKeys.All.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(static key => (key, $"there is no such key; the keys are {string.Join(", ", PolicyKeys.All)}"));
        foreach (var problem in PolicyTextRules.FindProblems(PolicyText.Of(options)).Concat(unknown))
        {
            problems.TryAdd(problem, true);
        }
    }

    // Only a host that can list the keys overrides the property; its base throws.
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private static void ReportAttribute(CompilationAnalysisContext context, AspectSymbols symbols)
    {
        var attribute = AssemblyPolicyReader.AttributeOf(symbols);
        foreach (var option in attribute?.NamedArguments ?? [])
        {
            if (AssemblyPolicyReader.FindProblem(option.Key, option.Value) is { } problem)
            {
                var syntax = attribute!.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax;
                var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option.Key);
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument?.GetLocation(), option.Key, problem));
            }
        }
    }
}
