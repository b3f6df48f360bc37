using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Signatures;

public class SignatureMatrixTests
{
    private static readonly string[] AspectCombinations = ["ErrorContext", "TracePerformance", "ErrorContext, TracePerformance"];

    public static TheoryData<string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var signature in SignatureCases.All)
            {
                foreach (var aspects in AspectCombinations)
                {
                    data.Add(signature.Name, aspects);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void EverySignature_CompilesWithoutWarnings_EvenAsHandwrittenCode(string name, string aspects)
    {
        var signature = SignatureCases.All.Single(candidate => candidate.Name == name);
        var run = GeneratorRunner.Run(signature.SourceWith(aspects));

        run.Files.Count.ShouldBe(signature.Declaration.Split("@aspects").Length - 1);
        run.GeneratorDiagnostics.ShouldBeEmpty();
        run.Problems.ShouldBeEmpty();
        run.ProblemsWithoutHeader.ShouldBeEmpty(run.Files[0].SourceText.ToString());
    }

    // Handwritten, the same text would get CS8763: the compiler forgets behind a finally that the call does not return.
    [Fact]
    public void MethodThatNeverReturns_CompilesWithoutWarnings()
    {
        var signature = new SignatureCase("never returns", """
            @aspects [DoesNotReturn] public partial void Fail();
            [DoesNotReturn] private void FailCore() => throw new InvalidOperationException();
            """);

        foreach (var aspects in AspectCombinations)
        {
            var run = GeneratorRunner.Run(signature.SourceWith(aspects));
            run.Files.Count.ShouldBe(1);
            run.Problems.ShouldBeEmpty();
        }
    }
}
