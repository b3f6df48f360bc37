using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

public class ChunkStreamTests
{
    private static readonly Gen<(ChunkingCase Case, int[] Lengths)> Arrivals = Gen.Select(ChunkingCase.Cases, Gen.Int[0, 9].Array[1, 8], static (sample, lengths) => (sample, lengths));

    public static TheoryData<ChunkingStrategyKind> Kinds => [.. Enum.GetValues<ChunkingStrategyKind>().Where(kind => ChunkingStrategies.Create(kind) is IStreamingChunkingStrategy)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AnyArrival_GivesThePiecesOfTheWholeText(ChunkingStrategyKind kind) =>
        await Arrivals.SampleAsync(
            async sample =>
            {
                var strategy = (IStreamingChunkingStrategy)ChunkingStrategies.Create(kind, sample.Case.Markdown);
                List<StreamedChunk> streamed = await strategy.SplitAsync(Parts(sample.Case.Text, sample.Lengths), sample.Case.Options).ToListAsync();

                streamed.Select(piece => piece.Chunk).ShouldBe(sample.Case.Split(kind));
                streamed.ShouldAllBe(piece => piece.Text == sample.Case.Text.Substring(piece.Chunk.Start, piece.Chunk.Length));
            },
            iter: ChunkingCase.Documents);

    [Fact]
    public void EndlessLine_IsNotHeld()
    {
        var stream = new ChunkStream(new ChunkingOptions { Overlap = 100 }, SeamRule.StrongestFirst, markdown: true);
        char[] line = new char[1_000_000];
        Array.Fill(line, 'x');

        int pieces = stream.Add(line).Count();

        pieces.ShouldBeGreaterThan(1_000);
        stream.Held.ShouldBeLessThan(4_000);
    }

    [Fact]
    public async Task ManyLines_GiveTheSamePiecesAndCountOnce()
    {
        string text = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"# Part {number}\r\nSome text of part {number}. And more.\r\n\r\n- item\r\n- item\r\n"));
        var chunker = new SemanticChunker();
        using var reader = new StringReader(text);

        List<StreamedChunk> streamed = await chunker.ReadAsync(reader).ToListAsync();

        streamed.Select(piece => piece.Chunk).ShouldBe(new SemanticChunker().Split(text));
        chunker.GetStatistics().ShouldBe(new ChunkingStatistics(Texts: 1, Chunks: 5_000, CodeUnits: text.Length));
    }

    [Fact]
    public async Task StrategyThatNeedsTheWholeText_SaysSo()
    {
        var error = await Should.ThrowAsync<LlmChunkingException>(async () => await SemanticChunker.Of(ChunkingStrategyKind.LexicalCohesion).SplitStreamAsync(Parts("text", [1])).ToListAsync());

        error.ErrorCode.ShouldBe("streaming_not_supported");
        error.Message.ShouldContain("lexical_cohesion");
    }

    [Fact]
    public async Task Cancellation_EndsTheReading()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        using var reader = new StringReader("text");

        await Should.ThrowAsync<OperationCanceledException>(async () => await new SemanticChunker().ReadAsync(reader, cancellation.Token).ToListAsync());
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<char>> Parts(string text, int[] lengths)
    {
        await Task.CompletedTask;
        int start = 0;
        for (int turn = 0; start < text.Length; turn++)
        {
            // All lengths may be 0.
            int length = Math.Min(turn < lengths.Length ? lengths[turn] : Math.Max(1, lengths[turn % lengths.Length]), text.Length - start);
            yield return text.AsMemory(start, length);
            start += length;
        }
    }
}
