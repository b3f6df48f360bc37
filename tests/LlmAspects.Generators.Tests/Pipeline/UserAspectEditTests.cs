using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace LlmAspects.Generators.Tests.Pipeline;

public class UserAspectEditTests
{
    private const string Client = """
        using LlmAspects;
        namespace Contoso;
        public partial class Client
        {
            [Aspect<Audit>] public partial int Ask(string question);
            private int AskCore(string question) => 1;
        }
        public partial class Meter
        {
            [TracePerformance, Aspect<Audit>(Order = 1), Aspect<Other>] public partial int Count();
            private int CountCore() => 1;
        }
        public partial class Door
        {
            [Aspect<Other>] public partial int Close();
            private int CloseCore() => 1;
        }
        public struct Other
        {
            public void OnExit() { }
        }
        """;

    private const string Audit = """
        using System;
        namespace Contoso;
        public struct Audit
        {
            public int Calls;
            public void OnEnter(string question = "") => Calls++;
            public void OnError(Exception error) { }
        }
        """;

    [Theory]
    [InlineData("Calls++", "Calls += 2")]
    [InlineData("public int Calls;", "public int Calls, Others;")]
    [InlineData("string question = \"\"", "string? question = null")]
    [InlineData("namespace Contoso;", "namespace Contoso; // a comment")]
    public void EditThatChangesNoCall_WritesNothing(string oldText, string newText)
    {
        var run = Edit(Audit, oldText, newText);

        run.ReasonsOf("Extracted" + AspectGenerator.UserAspectStep).ShouldAllBe(static reason => reason == Unchanged || reason == Cached);
        run.ReasonsOf(AspectGenerator.UserAspectStep).ShouldBe([Cached, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Cached]);
        run.OutputReasons.ShouldBe([Cached, Cached, Cached]);
    }

    [Theory]
    [InlineData("public void OnError(Exception error)", "private void Handle(Exception error)")]
    [InlineData("Exception error", "")]
    [InlineData("public void OnError", "public static void OnError")]
    public void SignatureOfAHookChanged_ExactlyItsMethodsAreWrittenAgain(string oldText, string newText)
    {
        var run = Edit(Audit, oldText, newText);

        run.ReasonsOf(AspectGenerator.UserAspectStep).ShouldBe([Modified, Cached]);
        run.ReasonsOf(AspectGenerator.TracePerformanceStep).ShouldBe([Modified]);
        run.OutputReasons.Order().ShouldBe([Modified, Modified, Cached]);
    }

    [Fact]
    public void OrderChanged_OnlyItsMethodIsWrittenAgain()
    {
        var run = Edit(Client, "Order = 1", "Order = -1");

        run.ReasonsOf(AspectGenerator.UserAspectStep).ShouldBe([Cached, Cached]);
        run.OutputReasons.Order().ShouldBe([Modified, Cached, Cached]);
    }

    [Fact]
    public void BuiltInAspectAdded_TheMethodChangesItsOwner()
    {
        var run = Edit(Client, "[Aspect<Other>] public", "[ErrorContext, Aspect<Other>] public");

        run.ReasonsOf(AspectGenerator.UserAspectStep).Order().ShouldBe([Cached, Removed]);
        run.ReasonsOf(AspectGenerator.ErrorContextStep).ShouldBe([New]);
        run.Second.GeneratedSources.Length.ShouldBe(3);
    }

    private static IncrementalRun Edit(string file, string oldText, string newText)
        => IncrementalRun.Of(GeneratorRunner.Compile(Client, Audit), compilation =>
        {
            file.ShouldContain(oldText);
            var tree = compilation.SyntaxTrees[file == Client ? 0 : 1];
            return compilation.ReplaceSyntaxTree(tree, GeneratorRunner.Parse(file.Replace(oldText, newText, StringComparison.Ordinal), tree.FilePath));
        });
}
