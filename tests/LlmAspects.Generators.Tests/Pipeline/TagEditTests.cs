using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace LlmAspects.Generators.Tests.Pipeline;

/// <summary>A path reaches into other files: what it goes through is an input of the type.</summary>
public class TagEditTests
{
    private const string Router = """
        using System.Collections.Generic;
        using LlmAspects;
        namespace Contoso;
        public partial class Router
        {
            [ErrorContext, TracePerformance, Tag("model", "{request.Model.Name}"), Tag("words", "{result.Length}")]
            public partial string Ask(Request request, [Tag] int attempt);
            private string AskCore(Request request, int attempt) => request.Text;
        }

        public partial class Lister
        {
            [ErrorContext, TracePerformance, Tag("last", "{last.Text}")]
            public partial IEnumerable<Request> List(int count);
            private IEnumerable<Request> ListCore(int count) => [];
        }

        public partial class Counter
        {
            [TracePerformance] public partial int Count([Tag] int start);
            private int CountCore(int start) => start;
        }
        """;

    private const string Request = """
        using LlmAspects;
        namespace Contoso;
        public sealed record Model(string Name);
        public sealed record Request(Model Model, string Text, int Size);
        """;

    [Fact]
    public void PathEdited_ExactlyItsTypeIsWrittenAgain()
    {
        var run = Edit(Router, "{request.Model.Name}", "{request.Size}");

        ShouldHaveWrittenOnly(run, "this.request.Size");
        Texts(run).ShouldNotContain("request.Model");
    }

    [Theory]
    [InlineData(Router, "request.Text;", "request.Text + attempt;")]
    [InlineData(Router, "namespace Contoso;", "namespace Contoso; // a comment")]
    [InlineData(Request, "int Size);", "int Size) { public int Twice => 2 * Size; }")]
    [InlineData(Request, "int Size);", "long Size);")]
    public void EditThatNoPathGoesThrough_WritesNothing(string file, string oldText, string newText)
    {
        var run = Edit(file, oldText, newText);

        run.OutputReasons.ShouldBe([Cached, Cached, Cached]);
        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Cached]);
    }

    [Fact]
    public void PropertyOnThePathRenamed_ItsTagIsLeftOut()
    {
        var run = Edit(Request, "Model(string Name)", "Model(string Title)");

        ShouldHaveWrittenOnly(run, "\"attempt\"");
        Texts(run).ShouldNotContain("\"model\"");
    }

    [Fact]
    public void PropertyOnThePathMadeNullable_ItIsSteppedOverSafely() =>
        ShouldHaveWrittenOnly(Edit(Request, "Request(Model Model", "Request(Model? Model"), "this.request.Model?.Name");

    [Fact]
    public void PropertyOnThePathRedacted_ItsTagGoesThroughTheRedactor() =>
        ShouldHaveWrittenOnly(Edit(Request, "Model(string Name)", "Model([Redact] string Name)"), "tag.WriteRedacted(\"model\"");

    [Fact]
    public void PropertyOfTheItemsRenamed_TheSequenceIsWrittenWithoutItsTag()
    {
        var run = Edit(Request, "string Text, int Size);", "string Body, int Size) { internal string Text() => Body; }");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([Modified, Cached]);
        Texts(run).ShouldNotContain("\"last\"");
    }

    [Fact]
    public void TagAdded_OnlyItsTypeIsWrittenAgain() => ShouldHaveWrittenOnly(Edit(Router, "Ask(Request request,", "Ask([Tag] Request request,"), "\"request\"");

    [Fact]
    public void ModelsWithTags_HoldNothingOfTheCompiler()
    {
        var steps = GeneratorRunner.Run(Router, Request).Result.TrackedSteps;
        var models = steps[AspectGenerator.ErrorContextStep].Concat(steps[AspectGenerator.TracePerformanceStep])
            .SelectMany(static step => step.Outputs).Select(static output => output.Value).ToArray();

        models.Length.ShouldBe(3);
        models.SelectMany(ModelGuard.FindOffences).ShouldBeEmpty();
    }

    // The edited type is Router in every scenario but one.
    private static void ShouldHaveWrittenOnly(IncrementalRun run, string expected)
    {
        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Modified, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Cached]);
        run.OutputReasons.Order().ShouldBe([Modified, Cached, Cached]);
        Texts(run).ShouldContain(expected);
    }

    private static string Texts(IncrementalRun run) =>
        string.Concat(run.Second.GeneratedSources.Where(static source => !source.HintName.Contains("Count", StringComparison.Ordinal)).Select(static source => source.SourceText.ToString()));

    private static IncrementalRun Edit(string file, string oldText, string newText)
    {
        file.ShouldContain(oldText);
        return IncrementalRun.Of(GeneratorRunner.Compile(Router, Request), compilation =>
        {
            var tree = compilation.SyntaxTrees[file == Router ? 0 : 1];
            return compilation.ReplaceSyntaxTree(tree, GeneratorRunner.Parse(file.Replace(oldText, newText, StringComparison.Ordinal), tree.FilePath));
        });
    }
}
