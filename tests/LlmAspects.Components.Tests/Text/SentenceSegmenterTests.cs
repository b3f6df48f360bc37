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
    [InlineData("The U.S. Senate met. He left the U.S. They stayed.", "The U.S. Senate met.|He left the U.S.|They stayed.")]
    [InlineData("You and I. Ask Albert I. Jones.", "You and I.|Ask Albert I. Jones.")]
    [InlineData("It was on p. 55 of N°. 12. Then on Feb. 3.", "It was on p. 55 of N°. 12.|Then on Feb. 3.")]
    [InlineData("So it is . . . Well. The end of it . . . . Yes.", "So it is . . . Well.|The end of it . . . .|Yes.")]
    [InlineData("It was so. . . . Nobody knew. . . .", "It was so.|. . . Nobody knew. . . .")]
    [InlineData("1) one thing 2) another 3) last", "1) one thing|2) another|3) last")]
    [InlineData("1. A thing. 2. Another.", "1. A thing.|2. Another.")]
    [InlineData("1. A thing 3. Not the next one", "1. A thing 3.|Not the next one")]
    [InlineData("彼は「何？」と言った。終わり。", "彼は「何？」と言った。|終わり。")]
    [InlineData("「終わり。」次です。", "「終わり。」|次です。")]
    [InlineData("वह गया। वह आया।", "वह गया।|वह आया।")]
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
