using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class AnswerCanonicalizerTests
{
    [Theory]
    [InlineData("18", "18")]
    [InlineData("$1,234.50", "1234.5")]
    [InlineData("€ 70,000", "70000")]
    [InlineData("The answer is 18.", "18")]
    [InlineData("**Answer:** 18.00", "18")]
    [InlineData("She has 3 and 4, so 3 + 4 = 7.\n#### 7", "7")]
    [InlineData("First 12, then #### 5 and again #### 6", "6")]
    [InlineData(@"So \boxed{42}", "42")]
    [InlineData("It takes 2 blue and 1 white, so 3 in total", "3")]
    [InlineData("5 - 3", "3")]
    [InlineData("The profit is -25,000 dollars", "-25000")]
    [InlineData("\u22123.10", "-3.1")]
    [InlineData("-0.0", "0")]
    [InlineData("50%", "50")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("1,2345", "2345")]
    public void Number_HasOneForm(string text, string expected) =>
        AnswerCanonicalizer.Canonicalize(text, AnswerKind.Number).ShouldBe(new CanonicalAnswer(AnswerKind.Number, expected));

    [Theory]
    [InlineData("b", "B")]
    [InlineData("(C)", "C")]
    [InlineData("D. Because water boils.", "D")]
    [InlineData("I think the answer is (B).", "B")]
    [InlineData("Answer: A", "A")]
    [InlineData("Not option A, but option C.", "C")]
    [InlineData(@"\boxed{E}", "E")]
    public void Choice_IsItsLetter(string text, string expected) =>
        AnswerCanonicalizer.Canonicalize(text, AnswerKind.Choice).ShouldBe(new CanonicalAnswer(AnswerKind.Choice, expected));

    [Theory]
    [InlineData("The answer is A dog.", AnswerKind.Choice)]
    [InlineData("I do not know.", AnswerKind.Choice)]
    [InlineData("no number at all", AnswerKind.Number)]
    [InlineData("", AnswerKind.Text)]
    [InlineData("{\"a\":", AnswerKind.Json)]
    public void TextWithoutAnAnswer_HasNone(string text, AnswerKind kind) => AnswerCanonicalizer.Canonicalize(text, kind).ShouldBeNull();

    [Theory]
    [InlineData("""{"b":1.0,"a":[1, 2]}""")]
    [InlineData("""{ "a": [1.00,2], "b": 1 }""")]
    [InlineData("```json\n{\"a\":[1,2],\"b\":1e0}\n```")]
    public void Json_IsComparedByValue(string text) =>
        AnswerCanonicalizer.Canonicalize(text, AnswerKind.Json).ShouldBe(new CanonicalAnswer(AnswerKind.Json, """{"a":[1,2],"b":1}"""));

    [Fact]
    public void JsonArrays_KeepTheirOrder() =>
        AnswerCanonicalizer.Canonicalize("[2,1]", AnswerKind.Json).ShouldNotBe(AnswerCanonicalizer.Canonicalize("[1,2]", AnswerKind.Json));

    [Fact]
    public void Text_IsTheSameInOtherOrderAndForm() =>
        AnswerCanonicalizer.Canonicalize("Cats are sleeping on mats.", AnswerKind.Text).ShouldBe(AnswerCanonicalizer.Canonicalize("On the mat a cat sleeps", AnswerKind.Text));

    [Theory]
    [InlineData(AnswerKind.Number, "18", "The answer is 17", "about a dozen")]
    [InlineData(AnswerKind.Choice, "B", "The answer is (C).", "I am not sure")]
    [InlineData(AnswerKind.Json, "{}", "[1]", "sorry")]
    [InlineData(AnswerKind.Text, "18", "Paris", "There are 3 cats")]
    [InlineData(AnswerKind.Text, "There are 3 cats", "I saw 3 cats", "We have 4 cats")]
    public void Kind_IsWhatMostAnswersHave(AnswerKind expected, params string[] texts) => AnswerCanonicalizer.DetectKind(texts).ShouldBe(expected);

    [Fact]
    public void UnknownKind_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => AnswerCanonicalizer.Canonicalize("1", (AnswerKind)99));
}
