using LlmAspects.Analyzers;
using LlmAspects.CodeFixes.Conversion;
using LlmAspects.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.CodeFixes.Tests;

/// <summary>The tables of docs/rules/README.md are made of the rules themselves; <c>LLMASPECTS_UPDATE_DOCS=true</c> writes them anew.</summary>
public class RuleIndexTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.FullPath, "docs", "rules", "README.md");

    private static readonly DiagnosticAnalyzer[] All = [.. Instances<DiagnosticAnalyzer>(typeof(AspectAnalyzer))];

    [Fact]
    public void Rules_AreListedAsTheyAre() => ShouldHoldTable(
        "| Rule | Severity | Title | Fix |",
        All.Where(static analyzer => analyzer is not DiagnosticSuppressor)
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)
            .Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title.ToString(null)} | {(HasFix(rule) ? "yes" : "no")} |"));

    [Fact]
    public void Suppressions_AreListedAsTheyAre() => ShouldHoldTable(
        "| Suppression | Rule | Why |",
        All.OfType<DiagnosticSuppressor>()
            .SelectMany(static suppressor => suppressor.SupportedSuppressions)
            .OrderBy(static suppression => suppression.Id, StringComparer.Ordinal)
            .Select(static suppression => $"| {suppression.Id} | {suppression.SuppressedDiagnosticId} | {suppression.Justification.ToString(null)} |"));

    private static void ShouldHoldTable(string header, IEnumerable<string> rows)
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var start = text.IndexOf(header, StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var table = string.Join('\n', [header, string.Concat(Enumerable.Repeat("|---", header.Count(static character => character == '|') - 1)) + "|", .. rows]);
        if (Environment.GetEnvironmentVariable("LLMASPECTS_UPDATE_DOCS") == "true")
        {
            File.WriteAllText(Page, text[..start] + table + text[end..]);
            return;
        }

        text[start..end].ShouldBe(table);
    }

    private static bool HasFix(DiagnosticDescriptor rule) =>
        Instances<CodeFixProvider>(typeof(AddMissingAspectsCodeFix)).Any(provider => provider.FixableDiagnosticIds.Contains(rule.Id));

    private static IEnumerable<T> Instances<T>(Type anyOfTheAssembly) =>
        anyOfTheAssembly.Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(T))).Select(static type => (T)Activator.CreateInstance(type)!);
}
