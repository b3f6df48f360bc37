using LlmAspects.Testing.Generators;
using LlmAspects.Testing.Generators.Throughput;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Tests.Pipeline;

public class GeneratorThroughputTests
{
    private static readonly CSharpCompilation Sample = GeneratorRunner.Compile("""
        public partial class Sample
        {
            [LlmAspects.ErrorContext] public partial void Run();
            private void RunCore() { throw null!; }
            [LlmAspects.TracePerformance] public partial void Walk();
            private void WalkCore() { throw null!; }
        }
        """);

    [Fact]
    public void BodyChanged_NothingIsEmittedAgain()
    {
        var measured = GeneratorThroughput.Measure(Sample, GeneratorThroughput.ChangeOneBody, rounds: 1);

        measured.FileCount.ShouldBe(1);
        measured.SourcesEmittedAgain.ShouldBe(0);
        GeneratorThroughput.ChangeOneBody(Sample).SyntaxTrees[0].ToString().ShouldNotBe(Sample.SyntaxTrees[0].ToString());
    }

    [Fact]
    public void NameOfAnOperationChanged_TheFileIsCounted()
        => GeneratorThroughput.Measure(Sample, static compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0],
            GeneratorRunner.Parse(compilation.SyntaxTrees[0].ToString().Replace("ErrorContext]", "ErrorContext(Operation = \"go\")]", StringComparison.Ordinal), "Source0.cs")), rounds: 1)
            .SourcesEmittedAgain.ShouldBe(1);
}
