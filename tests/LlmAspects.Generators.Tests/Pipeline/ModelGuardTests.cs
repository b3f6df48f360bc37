using LlmAspects.Generators.Model;
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
        var models = Models();

        models.Sum(static model => model.Members.Count).ShouldBe(SignatureCases.MethodCount);
        models.SelectMany(ModelGuard.FindOffences).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ErrorContext", AspectGenerator.ErrorContextStep)]
    [InlineData("TracePerformance", AspectGenerator.TracePerformanceStep)]
    public void EveryStepFromTheExtractionOn_HandsOnNothingOfTheCompiler(string aspect, string step)
    {
        var steps = GeneratorRunner.Run(SignatureCases.CompileWith(aspect)).Result.TrackedSteps;

        foreach (var name in new[] { "Extracted" + step, step })
        {
            var values = steps[name].SelectMany(static run => run.Outputs).Select(static output => output.Value).ToArray();
            values.OfType<AspectTypeModel>().Sum(static model => model.Members.Count).ShouldBe(SignatureCases.MethodCount);
            values.SelectMany(ModelGuard.FindOffences).ShouldBeEmpty();
        }
    }

    [Fact]
    public void ModelsOfTwoCompilations_AreEqualButNotTheSame()
    {
        var first = Models();
        var second = Models();

        second.ShouldBe(first);
        second.Select(static model => model.GetHashCode()).ShouldBe(first.Select(static model => model.GetHashCode()));
        second.Zip(first).ShouldAllBe(static pair => !ReferenceEquals(pair.First, pair.Second));
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

    private static AspectTypeModel[] Models()
        => [.. ExtractedTypes.Of(GeneratorRunner.Run(SignatureCases.CompileWith("ErrorContext, TracePerformance")))];

    private record Holder(object? Value);

    private sealed record DerivedHolder(object? Value) : Holder(Value);
}
