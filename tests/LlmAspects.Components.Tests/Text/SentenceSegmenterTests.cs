using CsCheck;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Tests.Text;

public class SentenceSegmenterTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("Dr. Smith paid 3.50 to J. Doe. He left.", "Dr. Smith paid 3.50 to J. Doe.|He left.")]
    [InlineData("Use a fence, e.g. Random text. Done.", "Use a fence, e.g. Random text.|Done.")]
    [InlineData("See a.b.c for more. it goes on.", "See a.b.c for more. it goes on.")]
    [InlineData("He said \"no.\" She left.", "He said \"no.\"|She left.")]
    [InlineData("1. First thing. Second thing.", "1. First thing.|Second thing.")]
    [InlineData("今日は。明日は！", "今日は。|明日は！")]
    [InlineData("no full stop", "no full stop")]
    [InlineData("See No. 5 there. No. Not so.", "See No. 5 there.|No.|Not so.")]
    [InlineData("Wait... What?", "Wait...|What?")]
    [InlineData("   ", "")]
    public void Text_IsCutAtSentenceEnds(string text, string expected) => Sentences(text).ShouldBe(expected);

    [Fact]
    public void AnyText_KeepsEveryVisibleCharacterOnce() =>
        Gen.String.Sample(text => string.Concat(Sentences(text).Replace("|", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)))
            .ShouldBe(string.Concat(text.Replace("|", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)))));

    [Theory]
    [InlineData("One. Two three", 5)]
    [InlineData("One. Two.", 5)]
    [InlineData("One two", 0)]
    public void LastEnd_IsBehindTheLastWholeSentence(string text, int expected) => SentenceSegmenter.LastEnd(text).ShouldBe(expected);

    private static string Sentences(string text)
    {
        var sentences = new List<TextRange>();
        SentenceSegmenter.Split(text, new TextRange(0, text.Length), sentences);
        return string.Join('|', sentences.Select(sentence => text[sentence.Start..sentence.End]));
    }
}
