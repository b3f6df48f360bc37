using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

public class TextSentencesTests
{
    [Fact]
    public void BlankLinesItemsAndRows_EndSentences() =>
        Sentences("A line that\ngoes on. More\n\nNext\n- an item\n- another. Two\n| a | b |\n").ShouldBe(["A line that\ngoes on.", "More", "Next", "- an item", "- another.", "Two", "| a | b |"]);

    [Fact]
    public void Sentences_HoldEveryVisibleCharacterOnceAndInOrder() =>
        ChunkingCase.Cases.Sample(
            sample => string.Concat(Sentences(sample.Text)).Where(c => !char.IsWhiteSpace(c)).ShouldBe(sample.Text.Where(c => !char.IsWhiteSpace(c))),
            iter: ChunkingCase.Documents);

    [Fact]
    public void Null_IsRefused() => Should.Throw<ArgumentNullException>(() => TextSentences.Of(null!));

    private static string[] Sentences(string text) => [.. TextSentences.Of(text).Select(sentence => sentence.In(text).ToString())];
}
