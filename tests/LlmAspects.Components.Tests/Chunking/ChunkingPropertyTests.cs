using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

/// <summary>What holds for every text, cap and overlap.</summary>
public class ChunkingPropertyTests
{
    // Pieces of Markdown, line breaks, pairs, lone surrogates, right-to-left and zero-width characters, and anything at all.
    private static readonly string[] Snippets =
        ["# H\n", "## Sub\r\n", "\n", "\r\n", "\r", "\n\n", " ", "```\n", "~~~~\n", "- item ", "1. x", "| a | b |\n", "word ", "End. ", "e.g. ", "今日は。", "😀", "\uD83D", "\uDE00", "\u200B", "שלום ", "x"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Snippets.Length - 1].Select(index => Snippets[index]),
        Gen.String).Array[0, 60].Select(string.Concat);

    private static readonly Gen<(string Text, int Cap, int Overlap, bool Markdown)> Cases =
        Gen.Select(Texts, Gen.Int[16, 80], Gen.Double[0, 0.5], Gen.Bool, (text, cap, share, markdown) => (text, cap, (int)(cap * share), markdown));

    [Fact]
    public void Pieces_CoverTheTextInOrderWithinTheCap() =>
        Cases.Sample(
            sample =>
            {
                int covered = 0;
                foreach (TextChunk chunk in Split(sample.Text, sample.Cap, sample.Overlap, sample.Markdown))
                {
                    (chunk.Length >= 1 && chunk.Length <= sample.Cap).ShouldBeTrue();
                    (chunk.Start <= covered && chunk.End > covered).ShouldBeTrue();
                    covered = chunk.End;
                }

                covered.ShouldBe(sample.Text.Length);
            },
            iter: 1_000);

    [Fact]
    public void Pieces_OverlapExactly() =>
        Cases.Sample(
            sample =>
            {
                IReadOnlyList<TextChunk> chunks = Split(sample.Text, sample.Cap, sample.Overlap, sample.Markdown);
                for (int i = 1; i < chunks.Count; i++)
                {
                    int asked = Math.Max(0, chunks[i - 1].End - sample.Overlap);
                    chunks[i].Start.ShouldBe(Cuts(sample.Text, asked) ? asked + 1 : asked);
                }
            },
            iter: 1_000);

    [Fact]
    public void NoSeam_CutsAPairOrALineBreak() =>
        Cases.Sample(
            sample => Split(sample.Text, sample.Cap, sample.Overlap, sample.Markdown)
                .ShouldAllBe(chunk => !Cuts(sample.Text, chunk.Start) && !Cuts(sample.Text, chunk.End)),
            iter: 1_000);

    private static bool Cuts(string text, int position) =>
        position > 0 && position < text.Length
        && (char.IsSurrogatePair(text[position - 1], text[position]) || (text[position - 1] == '\r' && text[position] == '\n'));

    private static IReadOnlyList<TextChunk> Split(string text, int cap, int overlap, bool markdown) =>
        new RecursiveChunkingStrategy(markdown).Split(text.AsMemory(), new ChunkingOptions { MaxLength = cap, Overlap = overlap });
}
