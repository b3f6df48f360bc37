using System.Text.RegularExpressions;
using LlmAspects.Analyzers.Missing;
using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Conversion.Inlining;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tests.Conversion.Verification;

/// <summary>Converts source text, as the fix of all places does, and checks what came out.</summary>
internal static class ConversionCheck
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LlmAspects;
        """;

    /// <summary>
    /// Expects that every method of the source is converted, that the result compiles with the generator without a warning, and that
    /// the way back leads to the source, apart from <c>partial</c> on its types.
    /// </summary>
    /// <param name="source">C# that compiles without a warning.</param>
    /// <param name="converted">The same after the fix.</param>
    /// <param name="wayBack">What the way back leads to, if not to the source.</param>
    public static async Task VerifyAsync(string source, string converted, string? wayBack = null)
    {
        await VerifyConversionAsync(source, converted, Usings);
        WithoutPartialTypes(await InlineAsync(converted)).ShouldBe(WithoutPartialTypes(wayBack ?? source));
    }

    /// <summary>Expects that every method of a source is converted that sees no namespace unless it imports it, and that the result compiles without a warning.</summary>
    /// <param name="source">C# that compiles without a warning.</param>
    /// <param name="converted">The same after the fix.</param>
    public static Task VerifyWithoutUsingsAsync(string source, string converted) => VerifyConversionAsync(source, converted, usings: "");

    /// <summary>Expects that nothing is changed.</summary>
    /// <param name="source">C# in which the rules fire.</param>
    public static async Task VerifyNothingIsOfferedAsync(string source)
    {
        (await FindMissingAsync(OpenProject(source))).ShouldNotBeEmpty();
        (await ConvertAsync(source)).ShouldBe(source);
    }

    /// <summary>Applies the fix to all places of a source that the rules report.</summary>
    /// <param name="source">The source.</param>
    /// <param name="usings">A second file with global using directives.</param>
    public static async Task<string> ConvertAsync(string source, string usings = Usings)
    {
        var project = OpenProject(source, usings);
        var document = project.Documents.First();
        var places = (await FindMissingAsync(project)).Select(diagnostic => (document.Id, diagnostic.Location.SourceSpan));
        var solution = await new AddAspectsConversion().ApplyAsync(project.Solution, places, CancellationToken.None);
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>Takes the way back for all annotated methods of a source.</summary>
    /// <param name="source">The source.</param>
    public static async Task<string> InlineAsync(string source)
    {
        var document = OpenProject(source).Documents.First();
        var places = await InlineCoreRefactorAllProvider.FindPlacesAsync(document, null, CancellationToken.None);
        var solution = await new InlineCoreConversion().ApplyAsync(document.Project.Solution, places, CancellationToken.None);
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>Opens a project of two files.</summary>
    /// <param name="source">The text of the first.</param>
    /// <param name="usings">The text of the second.</param>
    public static Project OpenProject(string source, string usings = Usings)
    {
        var compilation = GeneratorRunner.Compile("");
        var project = new AdhocWorkspace().AddProject("Sample", LanguageNames.CSharp)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(compilation.References);
        return project.AddDocument("Source0.cs", SourceText.From(source)).Project.AddDocument("Usings.cs", SourceText.From(usings)).Project;
    }

    private static async Task VerifyConversionAsync(string source, string converted, string usings)
    {
        GeneratorRunner.Run(source, usings).Problems.ShouldBeEmpty();
        (await ConvertAsync(source, usings)).ShouldBe(converted);
        GeneratorRunner.Run(converted, usings).ProblemsWithoutHeader.ShouldBeEmpty();
        (await FindMissingAsync(OpenProject(converted, usings))).ShouldBeEmpty();
    }

    private static string WithoutPartialTypes(string source) => Regex.Replace(source, @"\bpartial (?=class|struct|record|interface)", "");

    private static async Task<IReadOnlyList<Diagnostic>> FindMissingAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        GeneratorRunner.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation!, out var withGenerated, out _);
        return await withGenerated.WithAnalyzers([new ErrorContextIsMissingAnalyzer(), new TracePerformanceIsMissingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
