using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

public class RecursiveChunkingStrategyTests
{
    [Fact]
    public void Headings_StartPiecesAndGiveThePath()
    {
        const string Text = "# Guide\n\n## Install\n\nRun it.\n\n## Use\nCall it.\n### Deep\nMore.\n# End\nDone.\n";

        Paths(Text, 800).ShouldBe(
        [
            ("# Guide\n\n## Install\n\nRun it.\n\n", "Guide > Install"),
            ("## Use\nCall it.\n", "Guide > Use"),
            ("### Deep\nMore.\n", "Guide > Use > Deep"),
            ("# End\nDone.\n", "End"),
        ]);
    }

    [Fact]
    public void HashInCode_IsNoHeading() => Paths("```sh\n# comment\n```\n#tag\n", 800).ShouldBe([("```sh\n# comment\n```\n#tag\n", null)]);

    [Fact]
    public void Paragraphs_AreTheFirstSeam() => Pieces("One is here.\n\nTwo is here. Yes.\n\nThree.", 32).ShouldBe(["One is here.\n\n", "Two is here. Yes.\n\nThree."]);

    [Fact]
    public void FenceThatFits_StaysWhole() =>
        Pieces("Some words come first.\n```\nint a;\n\nint b;\n```\nLast words.", 36).ShouldBe(["Some words come first.\n", "```\nint a;\n\nint b;\n```\nLast words."]);

    [Fact]
    public void FenceThatDoesNotFit_IsCutAtLines() =>
        Pieces("```\nvar first = 1;\nvar second = 2;\n```\n", 20).ShouldBe(["```\nvar first = 1;\n", "var second = 2;\n```\n"]);

    [Fact]
    public void ListItems_AreCutBetweenThem() =>
        Pieces("- the first item. Long\n- the second item\n", 30).ShouldBe(["- the first item. Long\n", "- the second item\n"]);

    [Fact]
    public void WrappedParagraph_IsCutBehindSentences() =>
        Pieces("A sentence over\ntwo lines. Another one\nfollows it.", 30).ShouldBe(["A sentence over\ntwo lines. ", "Another one\nfollows it."]);

    [Fact]
    public void LongSentence_IsCutBetweenWords() => Pieces("alpha beta gamma delta epsilon", 16).ShouldBe(["alpha beta ", "gamma delta ", "epsilon"]);

    [Fact]
    public void LongWord_IsCutAtTheCap() => Pieces(new string('x', 40), 16).Select(piece => piece.Length).ShouldBe([16, 16, 8]);

    [Fact]
    public void SurrogatePairAndCrlfAtTheCap_StayWhole()
    {
        Pieces(new string('x', 15) + "😀" + "end", 16)[0].ShouldBe(new string('x', 15));
        Pieces(new string('x', 15) + "\r\nend", 16)[0].ShouldBe(new string('x', 15));
    }

    [Fact]
    public void Overlap_RepeatsExactlyTheEndOfThePieceBefore()
    {
        const string Text = "alpha beta gamma delta epsilon zeta eta theta";
        IReadOnlyList<TextChunk> chunks = new RecursiveChunkingStrategy().Split(Text.AsMemory(), new ChunkingOptions { MaxLength = 20, Overlap = 6 });

        chunks.Count.ShouldBeGreaterThan(2);
        chunks.Zip(chunks.Skip(1)).ShouldAllBe(pair => pair.Second.Start == pair.First.End - 6);
    }

    [Fact]
    public void PlainText_TreatsEveryLineAsSeam() =>
        new RecursiveChunkingStrategy(markdown: false).Split("# not. A heading\nline two. More\n".AsMemory(), new ChunkingOptions { MaxLength = 20 })
            .ShouldBe([new TextChunk(0, 17), new TextChunk(17, 15)]);

    [Fact]
    public void EmptyText_GivesNothing() => Pieces("", 16).ShouldBeEmpty();

    [Theory]
    [InlineData(15, 0)]
    [InlineData(16, 9)]
    [InlineData(16, -1)]
    public void OptionsOutOfRange_AreRefused(int cap, int overlap) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RecursiveChunkingStrategy().Split("x".AsMemory(), new ChunkingOptions { MaxLength = cap, Overlap = overlap }));

    private static string[] Pieces(string text, int cap) => [.. Paths(text, cap).Select(piece => piece.Text)];

    private static (string Text, string? Path)[] Paths(string text, int cap) =>
        [.. new RecursiveChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxLength = cap }).Select(chunk => (chunk.In(text).ToString(), chunk.HeaderPath))];
}
