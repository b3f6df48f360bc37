using System.Reflection;
using LlmAspects.Analyzers;
using LlmAspects.CodeFixes.Conversion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.CodeFixes.Tests;

/// <summary>Names what was forgotten when a rule or a fix was added.</summary>
public class CodeFixCatalogueTests
{
    private static readonly Type[] Analyzers =
        [.. typeof(AspectAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))];

    private static readonly Type[] Providers =
        [.. typeof(AddMissingAspectsCodeFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))];

    public static TheoryData<string> Rules => [.. Analyzers.Select(IdOf)];

    public static TheoryData<string> Fixes => [.. Providers.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasEitherAFixOrAReasonForNone(string id)
    {
        var reason = Analyzers.Single(type => IdOf(type) == id).GetCustomAttribute<NoCodeFixAttribute>()?.Reason;
        var fixes = Providers.Where(type => Create(type).FixableDiagnosticIds.Contains(id)).Select(type => type.Name).ToList();
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
        var hasFix = Providers.Any(type => Create(type).FixableDiagnosticIds.Contains(id));
        var page = File.ReadAllText(Path.Combine(Testing.RepositoryRoot.FullPath, "docs", "rules", id + ".md"));
        var advice = page[page.IndexOf("## How to fix", StringComparison.Ordinal)..page.IndexOf("## How to suppress", StringComparison.Ordinal)];
        advice.Contains(" fix \"", StringComparison.Ordinal).ShouldBe(hasFix, id);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsExportedNamedAndTested(string name)
    {
        var type = Providers.Single(type => type.Name == name);
        type.IsSealed.ShouldBeTrue();
        type.Name.ShouldEndWith("CodeFix");
        type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.ShouldBe([LanguageNames.CSharp]);
        typeof(CodeFixCatalogueTests).Assembly.GetTypes().ShouldContain(test => test.Name == name + "Tests");
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_WorksOnDocumentProjectAndSolution(string name) =>
        Create(Providers.Single(type => type.Name == name)).GetFixAllProvider().ShouldNotBeNull()
            .GetSupportedFixAllScopes().ShouldBe([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], ignoreOrder: true);

    private static string IdOf(Type analyzer) => ((DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!).SupportedDiagnostics.Single().Id;

    private static CodeFixProvider Create(Type type) => (CodeFixProvider)Activator.CreateInstance(type)!;
}
