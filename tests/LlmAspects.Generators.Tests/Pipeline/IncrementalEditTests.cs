using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace LlmAspects.Generators.Tests.Pipeline;

public class IncrementalEditTests
{
    private const string Router = """
        using LlmAspects;
        namespace Contoso;
        [LlmComponent("router")]
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial int Select(int number);
            private int SelectCore(int number) => number + 1;
            [TracePerformance] public partial int Count();
            private int CountCore() => 1;
        }
        """;

    private const string Cache = """
        using LlmAspects;
        namespace Contoso;
        public partial class Cache
        {
            [ErrorContext("cache", "read")] public partial int Read();
            private int ReadCore() => 1;
        }
        """;

    [Fact]
    public void UnrelatedTypeAdded_EveryModelIsEqualAndNothingIsWritten()
    {
        var run = IncrementalRun.Of(GeneratorRunner.Compile(Router, Cache), static compilation
            => compilation.AddSyntaxTrees(GeneratorRunner.Parse("class Unrelated { void Run() { } }", "Unrelated.cs")));

        ShouldHaveWrittenNothing(run);
    }

    [Fact]
    public void CommentAdded_EveryModelIsEqualAndNothingIsWritten()
        => ShouldHaveWrittenNothing(EditRouter("namespace Contoso;", "namespace Contoso; // a comment\n/* and another */"));

    [Fact]
    public void BodyOfCoreChanged_EveryModelIsEqualAndNothingIsWritten()
        => ShouldHaveWrittenNothing(EditRouter("number + 1", "number + 2"));

    [Fact]
    public void DocumentationOfTheMethodChanged_EveryModelIsEqualAndNothingIsWritten()
        => ShouldHaveWrittenNothing(EditRouter("[TracePerformance] public", "/// <summary>Counts.</summary>\n[TracePerformance] public"));

    [Fact]
    public void DefaultValueAdded_EveryModelIsEqualAndNothingIsWritten()
        => ShouldHaveWrittenNothing(EditRouter("Select(int number);", "Select(int number = 3);"));

    [Fact]
    public void AttributeArgumentChanged_OnlyItsMethodIsWrittenAgain()
    {
        var run = EditRouter("[TracePerformance] public", "[TracePerformance(Operation = \"size\")] public");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Modified]);
        run.OutputReasons.Order().ShouldBe([Modified, Cached, Cached]);
    }

    [Fact]
    public void ComponentNameChanged_ExactlyItsMethodsAreWrittenAgain()
    {
        var run = EditRouter("[LlmComponent(\"router\")]", "[LlmComponent(\"llm_router\")]");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([Modified, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Modified]);
        run.OutputReasons.Order().ShouldBe([Modified, Modified, Cached]);
    }

    [Theory]
    [InlineData("LlmAspectsSource(\"Contoso.Rag\")")]
    [InlineData("LlmAspectsShowWrappers")]
    public void AttributeOfTheAssemblyAdded_EveryMethodIsWrittenAgain(string attribute)
    {
        var run = EditRouter("namespace Contoso;", $"[assembly: {attribute}]\nnamespace Contoso;");

        run.OutputReasons.ShouldBe([Modified, Modified, Modified]);
    }

    [Fact]
    public void SecondMethodAdded_OnlyItIsWritten()
    {
        var run = EditRouter("private int CountCore", "[TracePerformance] public partial void Reset();\nprivate void ResetCore() { }\nprivate int CountCore");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Cached, New]);
        run.OutputReasons.Order().ShouldBe([New, Cached, Cached, Cached]);
    }

    [Fact]
    public void CoreRenamed_ItsFileDisappears()
    {
        var run = EditRouter("private int CountCore", "private int CounterCore");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Removed]);
        run.Second.GeneratedSources.Length.ShouldBe(2);
    }

    [Fact]
    public void ErrorContextAdded_TheMethodChangesItsOwner()
    {
        var run = EditRouter("[TracePerformance] public", "[ErrorContext, TracePerformance] public");

        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Removed]);
        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([New, Cached, Cached]);
        run.Second.GeneratedSources.Length.ShouldBe(3);
    }

    private static void ShouldHaveWrittenNothing(IncrementalRun run)
    {
        run.ReasonsOf("Extracted" + AspectGenerator.ErrorContextStep).ShouldAllBe(static reason => reason == Unchanged || reason == Cached);
        run.ReasonsOf("Extracted" + AspectGenerator.TracePerformanceStep).ShouldAllBe(static reason => reason == Unchanged || reason == Cached);
        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Cached]);
        run.OutputReasons.ShouldBe([Cached, Cached, Cached]);
    }

    private static IncrementalRun EditRouter(string oldText, string newText)
        => IncrementalRun.Of(GeneratorRunner.Compile(Router, Cache), compilation =>
        {
            Router.ShouldContain(oldText);
            var tree = compilation.SyntaxTrees[0];
            return compilation.ReplaceSyntaxTree(tree, GeneratorRunner.Parse(Router.Replace(oldText, newText, StringComparison.Ordinal), tree.FilePath));
        });
}
