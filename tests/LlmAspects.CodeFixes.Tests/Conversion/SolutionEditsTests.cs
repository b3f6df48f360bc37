using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Tests.Conversion.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class SolutionEditsTests
{
    private const string Path = "/sample/Shared.cs";
    private const string Source = "using LlmAspects;\n\n[LlmComponent(\"sample\")] public class Sample { public int One() => 1; }";

    [Fact]
    public async Task FileOfSeveralProjects_IsChangedOnceInAll()
    {
        var project = ConversionCheck.OpenProject("");
        var (first, second) = (DocumentId.CreateNewId(project.Id), DocumentId.CreateNewId(ProjectId.CreateNewId()));
        var solution = project.Solution.AddProject(second.ProjectId, "Other", "Other", LanguageNames.CSharp)
            .WithProjectParseOptions(second.ProjectId, project.ParseOptions!)
            .WithProjectCompilationOptions(second.ProjectId, project.CompilationOptions!)
            .WithProjectMetadataReferences(second.ProjectId, project.MetadataReferences)
            .AddDocument(first, "Shared.cs", SourceText.From(Source), filePath: Path)
            .AddDocument(second, "Shared.cs", SourceText.From(Source), filePath: Path);
        var place = new TextSpan(Source.IndexOf("One", StringComparison.Ordinal), 3);

        var ofOne = await new AddAspectsConversion().ApplyAsync(solution, [(first, place)], CancellationToken.None);
        var ofBoth = await new AddAspectsConversion().ApplyAsync(solution, [(first, place), (second, place)], CancellationToken.None);

        const string Converted = "using LlmAspects;\n\n[LlmComponent(\"sample\")] public partial class Sample { "
            + "[ErrorContext, TracePerformance] public partial int One(); private int OneCore() => 1; }";
        (await TextOfAsync(ofOne, first)).ShouldBe(Converted);
        (await TextOfAsync(ofOne, second)).ShouldBe(Converted);
        (await TextOfAsync(ofBoth, second)).ShouldBe(Converted);
    }

    private static async Task<string> TextOfAsync(Solution solution, DocumentId document) => (await solution.GetDocument(document)!.GetTextAsync()).ToString();
}
