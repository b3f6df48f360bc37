using LlmAspects.Components.Quality;

namespace LlmAspects.Components.CodeAnalysis.Tests;

public class CSharpCodeValidatorTests
{
    private readonly CSharpCodeValidator _validator = new();

    [Theory]
    [InlineData("using System;\nnamespace A;\npublic sealed record B(int C);")]
    [InlineData("var x = 1;\nConsole.WriteLine(x);")]
    [InlineData("public int X { get; init; }\nprivate readonly string _name = \"\";")]
    [InlineData("public override string ToString() => $\"{X}\";\n\n[Fact]\npublic void Test() { }")]
    [InlineData("items.Where(x => x > 1).ToArray()")]
    [InlineData("")]
    [InlineData("Unknown.Type(that, nobody, has);")]
    public void WellFormedCode_HasNoError(string code) => _validator.FindError(code).ShouldBeNull();

    [Theory]
    [InlineData("var x = 1", "Line 1: CS1002: ; expected")]
    [InlineData("class A\n{\n    void B() { int c = ; }\n}", "Line 3: CS1525: ")]
    [InlineData("public int X { get; }\npublic int Y { get;", "Line 2: CS")]
    [InlineData("def f(x):\n    return x", "Line 1: CS")]
    [InlineData("if (a > 1 { }", "Line 1: CS")]
    public void BrokenCode_HasItsFirstErrorWithItsLine(string code, string expected) => _validator.FindError(code).ShouldNotBeNull().ShouldStartWith(expected);

    [Theory]
    [InlineData("csharp", true)]
    [InlineData("cs", true)]
    [InlineData("c#", true)]
    [InlineData("c", false)]
    [InlineData("", false)]
    public void Language_IsKnown(string language, bool expected) => _validator.CanValidate(language).ShouldBe(expected);

    [Fact]
    public void Monitor_ChecksTheBlocksOfAnAnswer()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { CodeValidators = [new CSharpCodeValidator()] });

        QualityReport report = monitor.Evaluate(new QualityRequest("Like this:\n\n```csharp\nint x = 1;\n```\n\nor\n\n```csharp\nint x = ;\n```\n") { Task = LlmTask.Code });

        report.Code.Select(static check => check.IsValid).ShouldBe([true, false]);
        report.Accuracy.Value.ShouldBe(0.5);
    }
}
