using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class ComplexityReaderTests
{
    [Fact]
    public void Counts_AreTold() =>
        Of("Use 20 words:\n1. Compare x and n, unless n is missing.\n2. If 3 <= x, explain why x isn't y.", LlmTask.Reasoning)
            .ShouldBe(new ComplexityFeatures(Words: 21, Parts: 2, Options: 0, Conditions: 2, Negations: 2, Steps: 2, Numbers: 2, Symbols: 2, Variables: 5, LlmTask.Reasoning));

    [Fact]
    public void Options_AreNeitherPartsNorVariables()
    {
        ComplexityFeatures features = Of("Which is a ring?\nA. Z\nB. N\nC. none\nD. both\nAnswer:");

        (features.Options, features.Parts, features.Variables, features.Negations).ShouldBe((4, 1, 2, 1));
    }

    [Theory]
    [InlineData("(A) one\n(B) two", 2)]
    [InlineData("A) one\r\nB) two\r\nC) three", 3)]
    [InlineData("A. Smith wrote it.", 0)]
    [InlineData("Vitamins A. and B. are here", 0)]
    [InlineData("B. two\nC. three", 0)]
    [InlineData("A.\nB.", 0)]
    [InlineData("A", 0)]
    public void Options_BeginLinesInTheirOrder(string text, int expected) => Of(text).Options.ShouldBe(expected);

    [Fact]
    public void LetteredSmallLines_ArePartsAsBefore() => (Of("a) Find the mean.\nb) Find the median.").Parts, Of("a) Find the mean.\nb) Find the median.").Options).ShouldBe((2, 0));

    [Theory]
    [InlineData("¿Es x mayor y n menor o no?", 2)]
    [InlineData("I have a plan e altro", 0)]
    [InlineData("Tom's and I'd", 0)]
    public void Variables_AreSingleConsonants(string text, int expected) => Of(text).Variables.ShouldBe(expected);

    [Theory]
    [InlineData("a = b^2 + √c", 4)]
    [InlineData("plain words, with marks; (and) brackets.", 0)]
    public void Symbols_AreThoseOfMathematics(string text, int expected) => Of(text).Symbols.ShouldBe(expected);

    private static ComplexityFeatures Of(string text, LlmTask task = LlmTask.General) => ComplexityModel.Prior.Estimate(text, task).Features;
}
