using System.Reflection;
using LlmAspects.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.CodeFixes.Tests;

/// <summary>Names what was forgotten when a rule or a fix was added.</summary>
public class CodeFixCatalogueTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.Analyzers.Select(IdOf)];

    public static TheoryData<string> Fixes => [.. RuleCatalogue.Fixes.Select(static fix => fix.GetType().Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasEitherAFixOrAReasonForNone(string id)
    {
        var reason = RuleCatalogue.Analyzers.Single(analyzer => IdOf(analyzer) == id).GetType().GetCustomAttribute<NoCodeFixAttribute>()?.Reason;
        var fixes = RuleCatalogue.FixesOf(id).Select(static fix => fix.GetType().Name).ToList();
        if (reason is null)
        {
            fixes.ShouldHaveSingleItem(id);
        }
        else
        {
            fixes.ShouldBeEmpty(id);
            reason.ShouldEndWith(".");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_NamesItsFix(string id)
    {
        var hasFix = RuleCatalogue.FixesOf(id).Any();
        var page = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.FullPath, "docs", "rules", id + ".md"));
        var advice = page[page.IndexOf("## How to fix", StringComparison.Ordinal)..page.IndexOf("## How to suppress", StringComparison.Ordinal)];
        advice.Contains(" fix \"", StringComparison.Ordinal).ShouldBe(hasFix, id);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsExportedNamedAndTested(string name)
    {
        var type = FixCalled(name).GetType();
        type.IsSealed.ShouldBeTrue();
        type.Name.ShouldEndWith("CodeFix");
        type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.ShouldBe([LanguageNames.CSharp]);
        typeof(CodeFixCatalogueTests).Assembly.GetTypes().ShouldContain(test => test.Name == name + "Tests");
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_WorksOnDocumentProjectAndSolution(string name) =>
        FixCalled(name).GetFixAllProvider().ShouldNotBeNull()
            .GetSupportedFixAllScopes().ShouldBe([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], ignoreOrder: true);

    private static string IdOf(DiagnosticAnalyzer analyzer) => analyzer.SupportedDiagnostics.Single().Id;

    private static CodeFixProvider FixCalled(string name) => RuleCatalogue.Fixes.Single(fix => fix.GetType().Name == name);
}
