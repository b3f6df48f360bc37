using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Tests.Conversion.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class SolutionEditsTests
{
    [Fact]
    public async Task FileOfSeveralProjects_IsChangedOnceInAll()
    {
        var project = ConversionCheck.OpenProject("");
        var solution = project.Solution;
        solution = solution.WithDocumentFilePath(project.Documents.First().Id, "/sample/Shared.cs").WithDocumentText(project.Documents.First().Id, SourceText.From(Shared));
        var other = ProjectId.CreateNewId();
        solution = solution.AddProject(other, "Other", "Other", LanguageNames.CSharp)
            .WithProjectParseOptions(other, project.ParseOptions!).WithProjectCompilationOptions(other, project.CompilationOptions!).WithProjectMetadataReferences(other, project.MetadataReferences);
        var copy = DocumentId.CreateNewId(other);
        solution = solution.AddDocument(copy, "Shared.cs", SourceText.From(Shared), filePath: "/sample/Shared.cs");
        var place = new TextSpan(Shared.IndexOf("One", StringComparison.Ordinal), 3);

        var changed = await new AddAspectsConversion().ApplyAsync(solution, [(project.Documents.First().Id, place), (copy, place)], CancellationToken.None);

        var texts = changed.Projects.Select(static p => p.Documents.First()).Select(static document => document.GetTextAsync().Result.ToString()).Distinct();
        texts.ShouldHaveSingleItem().ShouldBe("using LlmAspects;\n\n[LlmComponent(\"sample\")] public partial class Sample { [ErrorContext, TracePerformance] public partial int One(); private int OneCore() => 1; }");
    }

    private const string Shared = "using LlmAspects;\n\n[LlmComponent(\"sample\")] public class Sample { public int One() => 1; }";
}
