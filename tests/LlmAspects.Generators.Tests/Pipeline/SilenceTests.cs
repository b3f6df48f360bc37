using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Pipeline;

public class SilenceTests
{
    [Theory]
    [InlineData("[ErrorContext] public void Run() { }")]
    [InlineData("[ErrorContext] public partial void Run();")]
    [InlineData("[ErrorContext] public partial void Run(); private int RunCore() => 1;")]
    [InlineData("[TracePerformance] public partial void Run(); public partial void Run() { } private void RunCore() { }")]
    [InlineData("public partial void Run(); [TracePerformance] public partial void Run() { } private void RunCore() { }")]
    [InlineData("public void Run() { [ErrorContext] void Local() { } Local(); }")]
    [InlineData("public void Run() { var lambda = [TracePerformance] () => { }; lambda(); }")]
    [InlineData("public int Size { [ErrorContext] get => 1; }")]
    [InlineData("[ErrorContext] public static Sample operator +(Sample left, Sample right) => left;")]
    [InlineData("[ErrorContext] public partial Missing Run(")]
    public void TargetThatCannotBeExpanded_GetsNothingAndNoWord(string members)
    {
        var run = GeneratorRunner.Run($$"""
            using LlmAspects;
            public partial class Sample
            {
                {{members}}
            }
            """);

        run.Files.ShouldBeEmpty();
        run.GeneratorDiagnostics.ShouldBeEmpty();
        run.Result.Exception.ShouldBeNull();
    }

    [Fact]
    public void AttributeOfTheSameNameElsewhere_IsNotOurs()
    {
        var run = GeneratorRunner.Run("""
            public sealed class ErrorContextAttribute : System.Attribute;
            public partial class Sample
            {
                [ErrorContext] public partial void Run();
                private void RunCore() { }
            }
            """);

        run.Files.ShouldBeEmpty();
    }

    [Fact]
    public void AliasOfTheAttribute_IsFound()
    {
        var run = GeneratorRunner.Run("""
            using Context = LlmAspects.ErrorContextAttribute;
            public partial class Sample
            {
                [Context] public partial void Run();
                private void RunCore() { }
            }
            """);

        run.Problems.ShouldBeEmpty();
        run.Text.ShouldContain("AspectKinds.ErrorContext)");
    }

    // What an editor sees in the middle of copy and paste.
    [Theory]
    [InlineData("[ErrorContext] public partial void Run(string text);", "[ErrorContext] public partial void Run(string text);")]
    [InlineData("[ErrorContext] public partial void Run(string text);", "[ErrorContext] public partial void Run(string other);")]
    [InlineData("[ErrorContext] public partial void Run(string text);", "[TracePerformance] public partial void Run(string text);")]
    [InlineData("[ErrorContext] public partial void Run(string text);", "[ErrorContext] public partial void Run(string? text);")]
    [InlineData("[ErrorContext] public partial void Run<T>(T text);", "[ErrorContext] public partial void Run<T>(T text);")]
    [InlineData("[ErrorContext] public partial void Run(object text);", "[ErrorContext] public partial void Run(dynamic text);")]
    [InlineData("[ErrorContext] public partial void Run((int A, int B) text);", "[ErrorContext] public partial void Run((int C, int D) text);")]
    public void MethodDeclaredTwice_NeverStopsTheGenerator(string first, string second)
    {
        var run = GeneratorRunner.Run($$"""
            using LlmAspects;
            public partial class Sample
            {
                {{first}}
                {{second}}
                private void RunCore(string text) { }
                private void RunCore(object text) { }
                private void RunCore<T>(T text) { }
                private void RunCore((int A, int B) text) { }
                [ErrorContext] public partial void Other();
                private void OtherCore() { }
            }
            """);

        run.GeneratorDiagnostics.ShouldBeEmpty();
        run.Result.Exception.ShouldBeNull();
        run.Text.Split("public partial void Other()").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("[ErrorContext] public partial void Run();", "[ErrorContext] public partial void Run() { }")]
    [InlineData("[TracePerformance] public partial void Run();", "[ErrorContext] public partial void Run() { }")]
    [InlineData("public partial void Run();", "[ErrorContext] public partial void Run() { }")]
    public void MethodWithABodyOfItsOwn_DoesNotStandInTheWayOfOthers(string declaration, string body)
    {
        var run = GeneratorRunner.Run($$"""
            using LlmAspects;
            public partial class Sample
            {
                {{declaration}}
                {{body}}
                [TracePerformance] public partial void Other();
                private void OtherCore() { }
            }
            """);

        run.GeneratorDiagnostics.ShouldBeEmpty();
        run.Result.Exception.ShouldBeNull();
        run.Text.Split("public partial void").Length.ShouldBe(2);
    }
}
