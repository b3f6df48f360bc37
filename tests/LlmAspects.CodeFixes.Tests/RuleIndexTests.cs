using LlmAspects.Testing;

namespace LlmAspects.CodeFixes.Tests;

/// <summary>The tables of docs/rules/README.md are made of the rules themselves; <c>LLMASPECTS_UPDATE_DOCS=true</c> writes them anew.</summary>
public class RuleIndexTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.FullPath, "docs", "rules", "README.md");

    [Fact]
    public void Rules_AreListedAsTheyAre() => ShouldHoldTable(
        "| Rule | Severity | Title | Fix |",
        RuleCatalogue.Analyzers
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)
            .Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title.ToString(null)} | {(RuleCatalogue.FixesOf(rule.Id).Any() ? "yes" : "no")} |"));

    [Fact]
    public void Suppressions_AreListedAsTheyAre() => ShouldHoldTable(
        "| Suppression | Rule | Why |",
        RuleCatalogue.Suppressors
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
}
