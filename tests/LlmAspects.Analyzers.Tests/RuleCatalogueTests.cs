using System.Reflection;
using LlmAspects.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Tests;

/// <summary>Names what was forgotten when a rule was added.</summary>
public class RuleCatalogueTests
{
    private static readonly string[] Sections = ["## Cause", "## Why", "## How to fix", "## How to suppress", "## Example"];

    private static readonly Type[] Analyzers =
        [.. typeof(AspectAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))];

    public static TheoryData<string> Rules => [.. Analyzers.Select(type => RuleOf(type).Id)];

    [Fact]
    public void Ids_AreUnique() => Rules.Count.ShouldBe(Analyzers.Select(type => RuleOf(type).Id).Distinct().Count());

    [Fact]
    public void Analyzers_AreDiscoverableAndDeriveFromTheBase()
    {
        Analyzers.Length.ShouldBeGreaterThanOrEqualTo(9);
        foreach (var analyzer in Analyzers)
        {
            analyzer.IsSealed.ShouldBeTrue(analyzer.Name);
            analyzer.IsSubclassOf(typeof(AspectAnalyzer)).ShouldBeTrue(analyzer.Name);
            analyzer.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.ShouldBe([LanguageNames.CSharp], analyzer.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_LinksToItsPage(string id)
    {
        var rule = RuleWith(id);
        rule.HelpLinkUri.ShouldBe($"https://github.com/llmaspects/llmaspects/blob/main/docs/rules/{id}.md");
        rule.IsEnabledByDefault.ShouldBeTrue();
        rule.Description.ToString(null).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasTheSeverityOfItsFamily(string id) =>
        (RuleWith(id).DefaultSeverity, RuleWith(id).Category).ShouldBe(id[4] switch
        {
            '0' => (DiagnosticSeverity.Error, "LlmAspects.Target"),
            '1' => (id == "LLMA1003" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, "LlmAspects.Missing"),
            '2' => (RuleWith(id).DefaultSeverity, "LlmAspects.Configuration"),
            '3' => (DiagnosticSeverity.Warning, "LlmAspects.Usage"),
            _ => throw new InvalidOperationException($"{id} belongs to no family."),
        });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_HasEverySection(string id)
    {
        var page = ReadDocument($"docs/rules/{id}.md");
        page.ShouldStartWith($"# {id}: {RuleWith(id).Title.ToString(null)}\n");
        foreach (var section in Sections)
        {
            page.ShouldContain(section + "\n");
        }

        page.ShouldContain($"#pragma warning disable {id}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Release_ListsTheRuleWithItsAnalyzer(string id)
    {
        var (rule, analyzer) = (RuleWith(id), Analyzers.Single(type => RuleOf(type).Id == id));
        var releases = ReadDocument("analyzers/LlmAspects.Analyzers/AnalyzerReleases.Shipped.md")
            + ReadDocument("analyzers/LlmAspects.Analyzers/AnalyzerReleases.Unshipped.md");
        releases.ShouldContain($"{id} | {rule.Category} | {rule.DefaultSeverity} | {analyzer.Name}\n");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasATestClass(string id)
    {
        var name = Analyzers.Single(type => RuleOf(type).Id == id).Name + "Tests";
        typeof(RuleCatalogueTests).Assembly.GetTypes().ShouldContain(type => type.Name == name, name);
    }

    [Fact]
    public void Pages_BelongToRules()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryRoot.FullPath, "docs", "rules"), "LLMA*.md").Select(Path.GetFileNameWithoutExtension);
        pages.ShouldBe(Analyzers.Select(type => RuleOf(type).Id), ignoreOrder: true);
    }

    private static DiagnosticDescriptor RuleWith(string id) => Analyzers.Select(RuleOf).Single(rule => rule.Id == id);

    private static DiagnosticDescriptor RuleOf(Type analyzer) => ((DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!).SupportedDiagnostics.Single();

    private static string ReadDocument(string path) =>
        File.ReadAllText(Path.Combine(RepositoryRoot.FullPath, path)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
