using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Tests.Routing.Learning;

public sealed class TextTokensTests
{
    [Theory]
    [InlineData("What is it?", "what IS it?", true)]
    [InlineData("What is it?", "What  is\tit?", true)]
    [InlineData("What is it?", "What is it", false)]
    [InlineData("a b", "b a", false)]
    [InlineData("a1", "a 1", true)]
    [InlineData("12", "1 2", false)]
    [InlineData("a\nb", "a b", false)]
    public void Texts_AreTheSameUpToCaseAndBlanks(string left, string right, bool same) => Same(TextTokens.Count(left), TextTokens.Count(right)).ShouldBe(same);

    [Fact]
    public void Repetition_IsCounted() => TextTokens.Count("go go go").Values.Max().ShouldBe(3);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void NothingToRead_CountsNothing(string text) => TextTokens.Count(text).ShouldBeEmpty();

    private static bool Same(Dictionary<ulong, int> left, Dictionary<ulong, int> right) => left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out int count) && count == pair.Value);
}
