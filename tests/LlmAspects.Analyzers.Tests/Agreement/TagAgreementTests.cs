using LlmAspects.Analyzers.Configuration;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>A wrapper reads a tag if and only if no rule says why it could not.</summary>
public sealed class TagAgreementTests
{
    [Fact]
    public async Task Tag_IsWrittenIfAndOnlyIfNothingIsReported()
    {
        var run = GeneratorRunner.Run(TagAgreementCases.All.Select(static (sample, number) => sample.SourceOf(number)));
        var reported = await ReportedAsync(run);
        var wrappers = run.Files.ToLookup(static file => CaseOf(file.SyntaxTree), static file => file.SourceText.ToString());

        run.ProblemsWithoutHeader.Where(static problem => !problem.Contains("CS8795", StringComparison.Ordinal)).ShouldBeEmpty();
        Enumerable.Range(0, TagAgreementCases.All.Count)
            .Where(number => wrappers.Contains(number) && reported.Contains(number) == wrappers[number].Single().Contains($"\"{TagAgreementCases.Tag}\"", StringComparison.Ordinal))
            .Select(number => $"{TagAgreementCases.All[number]} reported: [{string.Join(", ", reported[number])}]")
            .ShouldBeEmpty();
        wrappers.Count(wrapper => !reported.Contains(wrapper.Key)).ShouldBeGreaterThan(300);
        wrappers.Count(wrapper => reported.Contains(wrapper.Key)).ShouldBeGreaterThan(700);
    }

    [Fact]
    public async Task PropertyOnThePathRenamed_TheWrapperIsWrittenWithoutTheTagAndTheRuleSaysWhy()
    {
        const string Router = """
            using LlmAspects;
            public partial class Router
            {
                [TracePerformance, Tag("model", "{request.Model}"), Tag("kept", "{request.Kept}")] public partial int Ask(Request request);
                private int AskCore(Request request) => 1;
            }
            """;
        var before = GeneratorRunner.Run(Router, "public sealed record Request(string Model, int Kept);");
        var after = GeneratorRunner.Run(Router, "public sealed record Request(string Name, int Kept);");

        before.Text.ShouldContain("\"model\"");
        (await ReportedByAsync(before)).ShouldBeEmpty();

        after.Text.ShouldNotContain("\"model\"");
        after.Text.ShouldContain("\"kept\"");
        after.Problems.ShouldBeEmpty();
        var report = (await ReportedByAsync(after)).ShouldHaveSingleItem();
        (report.Id, report.Severity).ShouldBe((TagPathLeadsNowhereAnalyzer.Id, DiagnosticSeverity.Error));
        report.GetMessage(null).ShouldBe("The tag '{request.Model}' leads to no value: 'Request' has no property or field 'Model'");
    }

    private static async Task<ILookup<int, string>> ReportedAsync(GeneratorRun run) =>
        (await ReportedByAsync(run)).ToLookup(static report => CaseOf(report.Location.SourceTree!), static report => report.ToString());

    private static async Task<IEnumerable<Diagnostic>> ReportedByAsync(GeneratorRun run) =>
        await run.Output.WithAnalyzers([new TagPathLeadsNowhereAnalyzer(), new TagNameIsTakenAnalyzer(), new TagIsNeverRecordedAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    private static int CaseOf(SyntaxTree tree) =>
        int.Parse(tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString()["Case".Length..], null);
}
