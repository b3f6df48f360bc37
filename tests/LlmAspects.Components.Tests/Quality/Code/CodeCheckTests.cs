using CsCheck;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Code;

namespace LlmAspects.Components.Tests.Quality.Code;

public class CodeCheckTests
{
    private readonly LlmQualityMonitor _monitor = new();

    [Theory]
    [InlineData("json", "{\"a\": [1, 2.5e3, null]}", true)]
    [InlineData("json", "{\"a\": 1,}", false)]
    [InlineData("json", "{\"a\": 1} trailing", false)]
    [InlineData("json", "{'a': 1}", false)]
    [InlineData("jsonc", "{ /* why */ \"a\": 1, }", true)]
    [InlineData("xml", "<?xml version=\"1.0\"?>\n<a b=\"c\">d</a>", true)]
    [InlineData("xml", "<a/><b/>", true)]
    [InlineData("xml", "<a><b></a>", false)]
    [InlineData("XML", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", false)]
    [InlineData("python", "print(1", null)]
    [InlineData("", "x", null)]
    public void Block_IsChecked(string language, string code, bool? expected)
    {
        string answer = $"Like this:\n\n```{language}\n{code}\n```\n\nThat is all.";

        CodeCheck check = Check(answer);

        check.IsValid.ShouldBe(expected);
        check.Language.ShouldBe(language.ToLowerInvariant());
        answer.Substring(check.Start, check.Length).ShouldBe(code + "\n");
        (check.Reason.Length == 0).ShouldBe(expected is true);
    }

    [Theory]
    [InlineData("```json title=\"x\"\n{}\n```", "json")]
    [InlineData("~~~{.json}\n{}\n~~~", "json")]
    [InlineData("```` json\n{}\n````", "json")]
    public void Language_IsTheFirstWordBehindTheFence(string answer, string expected)
    {
        CodeCheck check = Check(answer);
        (check.Language, check.IsValid).ShouldBe((expected, true));
    }

    [Fact]
    public void CutBlock_IsNotValid() => Check("```json\n{\"a\":").Reason.ShouldBe("The block has no end.");

    [Fact]
    public void BrokenCode_LowersAccuracyAndIsWarnedOf()
    {
        QualityReport report = _monitor.Evaluate(new QualityRequest("```json\n{}\n```\n\n```json\n{\n```\n\n```sql\nselect 1\n```") { Task = LlmTask.Code });

        report.Accuracy.Value.ShouldBe(0.5);
        report.Profile.ShouldBe(QualityProfile.Code);
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("Code block 2 is not well-formed: ");
        report.Code.Select(static check => check.IsValid).ShouldBe([true, false, null]);
    }

    [Fact]
    public void OwnValidator_ComesFirst()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { CodeValidators = [new Refuses()] });
        monitor.Evaluate("```lisp\n()\n```", null).Code.ShouldHaveSingleItem().Reason.ShouldBe("No.");
    }

    [Fact]
    public void AnyText_IsCheckedInside() => Gen.Select(Gen.String[Gen.Char["`~a {\n"], 0, 40], Gen.String).Sample((fence, rest) =>
    {
        string answer = fence + rest;
        _monitor.Evaluate(answer, null).Code.ShouldAllBe(check => check.Start >= 0 && check.Start + check.Length <= answer.Length);
    });

    private CodeCheck Check(string answer) => _monitor.Evaluate(answer, null).Code.ShouldHaveSingleItem();

    private sealed class Refuses : ICodeValidator
    {
        public bool CanValidate(string language) => language == "lisp";

        public string? FindError(string code) => "No.";
    }
}
