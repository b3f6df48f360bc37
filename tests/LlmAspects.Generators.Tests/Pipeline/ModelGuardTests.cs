using LlmAspects.Generators.Tests.Signatures;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Tests.Pipeline;

public class ModelGuardTests
{
    [Fact]
    public void ModelsOfEverySignature_HoldNothingOfTheCompiler()
    {
        foreach (var signature in SignatureCases.All)
        {
            var models = ModelsOf(GeneratorRunner.Run(signature.SourceWith("ErrorContext, TracePerformance")));

            models.ShouldNotBeEmpty();
            models.ShouldAllBe(static model => ModelGuard.FindOffences(model).Count == 0);
        }
    }

    [Fact]
    public void ModelsOfTwoRuns_AreEqualButNotTheSame()
    {
        foreach (var signature in SignatureCases.All)
        {
            var source = signature.SourceWith("ErrorContext, TracePerformance");
            var first = ModelsOf(GeneratorRunner.Run(source));
            var second = ModelsOf(GeneratorRunner.Run(source));

            second.ShouldBe(first);
            second[0].ShouldNotBeSameAs(first[0]);
            second[0].GetHashCode().ShouldBe(first[0].GetHashCode());
        }
    }

    public static TheoryData<object, string> Offenders => new()
    {
        { new Holder(Location.None), "model.<Value>k__BackingField: NoLocation" },
        { new Holder(new object?[] { null, "text", new Holder(SyntaxFactory.IdentifierName("name")) }), "IdentifierNameSyntax" },
        { new Holder(GeneratorRunner.Compile("class C;").GetSpecialType(SpecialType.System_Int32)), "model.<Value>k__BackingField" },
        { new Holder(SyntaxFactory.Token(SyntaxKind.PublicKeyword)), "SyntaxToken" },
        { new DerivedHolder(CSharpCompilation.Create("any")), "CSharpCompilation" },
        { new Holder(() => 1), "Func`1" },
    };

    [Theory]
    [MemberData(nameof(Offenders))]
    public void ObjectOfTheCompiler_IsFoundHoweverDeep(object model, string expected)
        => ModelGuard.FindOffences(model).ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void ModelThatContainsItself_IsWalkedOnce()
    {
        var items = new List<object>();
        items.Add(items);

        ModelGuard.FindOffences(items).ShouldBeEmpty();
    }

    private static object[] ModelsOf(GeneratorRun run)
        => [.. run.Result.TrackedSteps[AspectGenerator.ErrorContextStep].SelectMany(static step => step.Outputs).Select(static output => output.Value)];

    private record Holder(object? Value);

    private sealed record DerivedHolder(object? Value) : Holder(Value);
}
