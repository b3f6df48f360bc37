using LlmAspects.Generators.Tests.Pipeline;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Signatures;

public class SignatureMatrixTests
{
    public static TheoryData<string> Aspects => ["ErrorContext", "TracePerformance", "ErrorContext, TracePerformance"];

    [Theory]
    [MemberData(nameof(Aspects))]
    public void EverySignature_CompilesWithoutWarnings(string aspects)
    {
        var run = GeneratorRunner.Run(SignatureCases.CompileWith(aspects));

        ExtractedTypes.CountMembers(run).ShouldBe(SignatureCases.MethodCount);
        run.GeneratorDiagnostics.ShouldBeEmpty();
        run.Problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Aspects))]
    public void EverySignature_CompilesWithoutWarnings_AsHandwrittenCode(string aspects)
        => GeneratorRunner.Run(SignatureCases.CompileWith(aspects)).ProblemsWithoutHeader.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Aspects))]
    public void MethodThatNeverReturns_CompilesWithoutWarnings(string aspects)
    {
        var signature = new SignatureCase("never returns", """
            @aspects [DoesNotReturn] public partial void Fail();
            [DoesNotReturn] private void FailCore() => throw new InvalidOperationException();
            """);

        var run = GeneratorRunner.Run(signature.SourceWith(aspects));

        run.Files.Count.ShouldBe(1);
        run.Problems.ShouldBeEmpty();
        run.ProblemsWithoutHeader.ShouldBeEmpty();
    }

    // Handwritten, the same text would get CS8826 for naming the type otherwise; `dynamic` would cost a call site of the runtime binder.
    [Theory]
    [MemberData(nameof(Aspects))]
    public void Dynamic_CompilesWithoutWarningsAndWithoutTheRuntimeBinder(string aspects)
    {
        var signature = new SignatureCase("dynamic", """
            @aspects public partial dynamic Run(dynamic value, ref dynamic? changed, out dynamic made, List<dynamic> values);
            private dynamic RunCore(dynamic value, ref dynamic? changed, out dynamic made, List<dynamic> values) => made = value;
            """);

        var run = GeneratorRunner.Run(signature.SourceWith(aspects));

        run.Problems.ShouldBeEmpty();
        run.Text.ShouldNotContain("dynamic value");
    }

    // Handwritten, the same text would be told that the types are experimental and obsolete.
    [Theory]
    [MemberData(nameof(Aspects))]
    public void ExperimentalAndObsoleteTypes_AreAsQuietAsTheUserMadeThem(string aspects)
    {
        var signature = new SignatureCase("experimental", """
            #pragma warning disable LLMX1, CS0618
            [Experimental("LLMX1")] public sealed class New;
            [Obsolete("Use New.")] public sealed class Old;
            @aspects public partial Task<New> ConvertAsync<T>(Old old, T value) where T : List<New>;
            private Task<New> ConvertCoreAsync<T>(Old old, T value) where T : List<New> => Task.FromResult(new New());
            #pragma warning restore LLMX1, CS0618
            """);

        var run = GeneratorRunner.Run(signature.SourceWith(aspects));

        run.Files.Count.ShouldBe(1);
        run.Problems.ShouldBeEmpty();
    }
}
