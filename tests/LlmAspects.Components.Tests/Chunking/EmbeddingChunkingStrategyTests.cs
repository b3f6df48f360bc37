using LlmAspects.Components.Chunking;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Chunking;

public class EmbeddingChunkingStrategyTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 6).Select(number => $"The cat number {number} sleeps. ")) + string.Concat(Enumerable.Range(0, 6).Select(number => $"The rocket number {number} flies. "));

    private static readonly ChunkingOptions Small = new() { MaxLength = 300 };

    [Fact]
    public void Defaults_AreAsDocumented() =>
        new EmbeddingChunkingStrategy(new SubjectVectors()).Options.ShouldBe(new EmbeddingChunkingOptions { BatchSize = 64, Sharpness = 1, Lengths = new SegmentLengths() });

    [Fact]
    public async Task Boundary_LiesWhereTheMeaningChanges()
    {
        IReadOnlyList<TextChunk> chunks = await new EmbeddingChunkingStrategy(new SubjectVectors()).SplitAsync(Text.AsMemory(), Small);

        chunks.Select(chunk => chunk.Start).ShouldBe([0, Text.IndexOf("The rocket", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Sentences_AreSentInBatches()
    {
        var generator = new SubjectVectors();

        await new EmbeddingChunkingStrategy(generator, new EmbeddingChunkingOptions { BatchSize = 5 }).SplitAsync(Text.AsMemory(), Small);

        generator.Calls.Select(call => call.Count).ShouldBe([5, 5, 2]);
        generator.Calls[0][0].ShouldBe("The cat number 0 sleeps.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("One sentence. Another one.")]
    public async Task TextThatFits_IsNotSent(string text)
    {
        var generator = new SubjectVectors();

        IReadOnlyList<TextChunk> chunks = await new EmbeddingChunkingStrategy(generator).SplitAsync(text.AsMemory(), Small);

        generator.Calls.ShouldBeEmpty();
        chunks.Sum(chunk => chunk.Length).ShouldBe(text.Length);
    }

    [Fact]
    public async Task CapAndCover_HoldWhateverTheVectors()
    {
        string text = Text + new string('x', 100) + "\n\n" + Text;

        IReadOnlyList<TextChunk> chunks = await new EmbeddingChunkingStrategy(new SubjectVectors { Zero = true }).SplitAsync(text.AsMemory(), new ChunkingOptions { MaxLength = 80, Overlap = 7 });

        chunks.ShouldAllBe(chunk => chunk.Length <= 80);
        chunks.Zip(chunks.Skip(1)).ShouldAllBe(pair => pair.Second.Start == pair.First.End - 7);
        chunks[^1].End.ShouldBe(text.Length);
    }

    [Fact]
    public async Task WrongNumberOfVectors_IsAnError()
    {
        var error = await Should.ThrowAsync<LlmChunkingException>(async () => await new EmbeddingChunkingStrategy(new SubjectVectors { Dropped = 1 }).SplitAsync(Text.AsMemory(), Small));

        error.ErrorCode.ShouldBe("wrong_embedding_count");
    }

    [Fact]
    public async Task Cancellation_ReachesTheModel()
    {
        using var cancellation = new CancellationTokenSource();
        var generator = new SubjectVectors { OnCall = cancellation.Cancel };
        var strategy = new EmbeddingChunkingStrategy(generator, new EmbeddingChunkingOptions { BatchSize = 1 });

        await Should.ThrowAsync<OperationCanceledException>(async () => await strategy.SplitAsync(Text.AsMemory(), Small, cancellation.Token));

        generator.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Chunker_CountsWhatTheStrategyCut()
    {
        var chunker = new SemanticChunker(options: Small);

        await chunker.SplitAsync(Text, new EmbeddingChunkingStrategy(new SubjectVectors()));

        chunker.GetStatistics().ShouldBe(new ChunkingStatistics(Texts: 1, Chunks: 2, CodeUnits: Text.Length));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2049, 1)]
    [InlineData(1, 0)]
    [InlineData(1, double.NaN)]
    public void OptionsOutOfRange_AreRefused(int batch, double sharpness) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new EmbeddingChunkingStrategy(new SubjectVectors(), new EmbeddingChunkingOptions { BatchSize = batch, Sharpness = sharpness }));

    /// <summary>Vectors of two subjects, a little different for each sentence.</summary>
    private sealed class SubjectVectors : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<List<string>> Calls { get; } = [];

        public int Dropped { get; init; }

        public bool Zero { get; init; }

        public Action? OnCall { get; init; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls.Add([.. values]);
            OnCall?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(Calls[^1].Skip(Dropped).Select(VectorOf)));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private Embedding<float> VectorOf(string text)
        {
            float[] vector = new float[8];
            if (!Zero)
            {
                vector[text.Contains("rocket", StringComparison.Ordinal) ? 1 : 0] = 2;
                vector[2 + (text.Length % 3)] = 1;
                vector[5 + (text.Where(char.IsAsciiDigit).Sum(digit => digit - '0') % 3)] = 1;
            }

            return new Embedding<float>(vector);
        }
    }
}
