using CsCheck;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Tests.Chunking;

/// <summary>What holds for every strategy, text, cap and overlap.</summary>
public class ChunkingPropertyTests
{
    public static TheoryData<ChunkingStrategyKind> Kinds => [.. Enum.GetValues<ChunkingStrategyKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pieces_CoverTheTextInOrderWithinTheCap(ChunkingStrategyKind kind) =>
        ForAll(kind, static (sample, chunks) =>
        {
            int covered = 0;
            foreach (TextChunk chunk in chunks)
            {
                (chunk.Length >= 1 && chunk.Length <= sample.Options.MaxLength).ShouldBeTrue();
                (chunk.Start <= covered && chunk.End > covered).ShouldBeTrue();
                covered = chunk.End;
            }

            covered.ShouldBe(sample.Text.Length);
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pieces_OverlapExactly(ChunkingStrategyKind kind) =>
        ForAll(kind, static (sample, chunks) =>
        {
            for (int i = 1; i < chunks.Count; i++)
            {
                int asked = Math.Max(0, chunks[i - 1].End - sample.Options.Overlap);
                chunks[i].Start.ShouldBe(sample.CutsAt(asked) ? asked + 1 : asked);
            }
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NoSeam_CutsAPairOrALineBreak(ChunkingStrategyKind kind) =>
        ForAll(kind, static (sample, chunks) => chunks.ShouldAllBe(chunk => !sample.CutsAt(chunk.Start) && !sample.CutsAt(chunk.End)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Tokens_AreCountedAndCapped(ChunkingStrategyKind kind) =>
        ForAll(kind, static (sample, chunks) =>
        {
            foreach (TextChunk chunk in chunks)
            {
                chunk.TokenCount.ShouldBe(sample.Options.MaxTokens is null ? null : TokenEncoding.Reference.Count(chunk.In(sample.Text)).Estimate);
                (chunk.TokenCount ?? 0).ShouldBeLessThanOrEqualTo(sample.Options.MaxTokens ?? 0);
            }
        });

    private static void ForAll(ChunkingStrategyKind kind, Action<ChunkingCase, IReadOnlyList<TextChunk>> check) =>
        ChunkingCase.Cases.Sample(sample => check(sample, sample.Split(kind)), iter: ChunkingCase.Documents);
}
