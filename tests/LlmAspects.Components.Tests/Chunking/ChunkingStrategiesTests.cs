using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Chunking;

public class ChunkingStrategiesTests
{
    private const string Text = "# One\nA first sentence. A second one.\n\nA paragraph.\n\n# Two\nThe end of it all.\n";

    [Theory]
    [InlineData(ChunkingStrategyKind.Recursive, "recursive", "# One\nA first sentence. A second one.\n\n|A paragraph.\n\n|# Two\nThe end of it all.\n")]
    [InlineData(ChunkingStrategyKind.Character, "character", "# One\nA first sentence. A second one.\n\nA |paragraph.\n\n# Two\nThe end of it all.\n")]
    [InlineData(ChunkingStrategyKind.Paragraph, "paragraph", "# One\nA first sentence. A second one.\n\n|A paragraph.\n\n# Two\nThe end of it all.\n")]
    [InlineData(ChunkingStrategyKind.Sentence, "sentence", "# One\nA first sentence. A second one.\n\n|A paragraph.\n\n# Two\nThe end of it all.\n")]
    public void EachKind_CutsAtItsOwnSeam(ChunkingStrategyKind kind, string name, string expected)
    {
        IChunkingStrategy strategy = ChunkingStrategies.Create(kind);

        strategy.Name.ShouldBe(name);
        string.Join('|', strategy.Split(Text.AsMemory(), new ChunkingOptions { MaxLength = 41 }).Select(chunk => chunk.In(Text).ToString())).ShouldBe(expected);
    }

    [Fact]
    public void Sentence_FillsThePieceThatAParagraphDoesNot()
    {
        const string Two = "Short one.\n\nThe second paragraph begins. And it goes on for longer.";

        Pieces(ChunkingStrategyKind.Paragraph, Two).ShouldBe(["Short one.\n\n", "The second paragraph begins. ", "And it goes on for longer."]);
        Pieces(ChunkingStrategyKind.Sentence, Two).ShouldBe(["Short one.\n\nThe second paragraph begins. ", "And it goes on for longer."]);
    }

    [Theory]
    [InlineData(ChunkingStrategyKind.Character)]
    [InlineData(ChunkingStrategyKind.Sentence)]
    [InlineData(ChunkingStrategyKind.Paragraph)]
    public void PieceAcrossHeadings_HasThePathOfItsBeginning(ChunkingStrategyKind kind) =>
        ChunkingStrategies.Create(kind).Split("# A\none\n## B\ntwo\n# C\nthree\n".AsMemory(), new ChunkingOptions { MaxLength = 17 }).Select(chunk => chunk.HeaderPath).ShouldBe(["A", "C"]);

    [Fact]
    public void TokenCap_HoldsBesideTheCapInCodeUnits()
    {
        string text = string.Concat(Enumerable.Repeat("Seven words make up this whole sentence. ", 20));

        IReadOnlyList<TextChunk> chunks = new RecursiveChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxTokens = 20 });

        chunks.ShouldAllBe(chunk => chunk.TokenCount <= 20 && text[chunk.End - 2] == '.');
        chunks.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData(15, 0, "o200k_base")]
    [InlineData(16, 5, "o200k_base")]
    [InlineData(16, 0, "p50k_base")]
    public void TokenOptionsOutOfRange_AreRefused(int tokens, int overlap, string tokenizer) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CharacterChunkingStrategy().Split("x".AsMemory(), new ChunkingOptions { MaxTokens = tokens, Overlap = overlap, Tokenizer = tokenizer }));

    [Fact]
    public void UnknownKind_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => ChunkingStrategies.Create((ChunkingStrategyKind)99));

    [Fact]
    public void ChunkerOfAKind_CutsSourceCodeAtLines()
    {
        var chunker = SemanticChunker.Of(ChunkingStrategyKind.Sentence, new ChunkingOptions { MaxLength = 16 });

        chunker.StrategyName.ShouldBe("sentence");
        chunker.ChunkDocument(new SourceDocument("a.cs", "int a = 1;\nint b;\n")).Select(chunk => chunk.Start).ShouldBe([0, 11]);
    }

    private static string[] Pieces(ChunkingStrategyKind kind, string text) =>
        [.. ChunkingStrategies.Create(kind).Split(text.AsMemory(), new ChunkingOptions { MaxLength = 42 }).Select(chunk => chunk.In(text).ToString())];
}
