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
    public void AttributeArgumentChanged_OnlyItsTypeIsWrittenAgain()
    {
        var run = EditRouter("[TracePerformance] public", "[TracePerformance(Operation = \"size\")] public");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([Modified, Cached]);
        run.OutputReasons.Order().ShouldBe([Modified, Cached]);
    }

    [Fact]
    public void ComponentNameChanged_ExactlyItsMethodsAreWrittenAgain()
    {
        var run = EditRouter("[LlmComponent(\"router\")]", "[LlmComponent(\"llm_router\")]");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([Modified, Cached]);
        run.OutputReasons.Order().ShouldBe([Modified, Cached]);
        run.Second.GeneratedSources.Single(static file => file.HintName.StartsWith("Router.", StringComparison.Ordinal))
            .SourceText.ToString().Split("\"llm_router\"").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("LlmAspectsSource(\"Contoso.Rag\")")]
    [InlineData("LlmAspectsShowWrappers")]
    public void AttributeOfTheAssemblyAdded_EveryTypeIsWrittenAgain(string attribute)
    {
        var run = EditRouter("namespace Contoso;", $"[assembly: {attribute}]\nnamespace Contoso;");

        run.OutputReasons.ShouldBe([Modified, Modified]);
    }

    [Fact]
    public void SecondMethodAdded_OnlyItsTypeIsWritten()
    {
        var run = EditRouter("private int CountCore", "[TracePerformance] public partial void Reset();\nprivate void ResetCore() { }\nprivate int CountCore");

        run.OutputReasons.Order().ShouldBe([Modified, Cached]);
    }

    [Fact]
    public void AnnotatedTypeAddedInFront_OnlyItIsWritten()
    {
        var run = EditRouter("[LlmComponent", "public partial class First { [ErrorContext] public partial void Run(); private void RunCore() { } }\n[LlmComponent");

        run.Second.GeneratedSources.Length.ShouldBe(3);
        run.OutputReasons.Count(static reason => reason == Cached).ShouldBe(1);
    }

    [Fact]
    public void CoreRenamed_ItsWrapperDisappears()
    {
        var run = EditRouter("private int CountCore", "private int CounterCore");

        run.OutputReasons.Order().ShouldBe([Modified, Cached]);
        run.Second.GeneratedSources.ShouldNotContain(static file => file.SourceText.ToString().Contains("Count()", StringComparison.Ordinal));
    }

    [Fact]
    public void FirstMemberLosesItsAspects_AnotherCarriesTheType()
    {
        var run = EditRouter("[ErrorContext, TracePerformance] public", "public");

        run.ReasonsOf(AspectGenerator.ErrorContextStep).Order().ShouldBe([Cached, Removed]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([New]);
        run.Second.GeneratedSources.Length.ShouldBe(2);
    }

    private static void ShouldHaveWrittenNothing(IncrementalRun run)
    {
        run.ReasonsOf("Extracted" + AspectGenerator.ErrorContextStep).ShouldAllBe(static reason => reason == Unchanged || reason == Cached);
        run.ReasonsOf("Extracted" + AspectGenerator.TracePerformanceStep).ShouldAllBe(static reason => reason == Unchanged || reason == Cached);
        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBeEmpty();
        run.OutputReasons.ShouldBe([Cached, Cached]);
    }

    private static IncrementalRun EditRouter(string oldText, string newText)
        => IncrementalRun.Of(GeneratorRunner.Compile(Router, Cache), compilation =>
        {
            Router.ShouldContain(oldText);
            var tree = compilation.SyntaxTrees[0];
            return compilation.ReplaceSyntaxTree(tree, GeneratorRunner.Parse(Router.Replace(oldText, newText, StringComparison.Ordinal), tree.FilePath));
        });
}
