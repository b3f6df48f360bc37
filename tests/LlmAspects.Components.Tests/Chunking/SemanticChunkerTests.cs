using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Chunking;

public class SemanticChunkerTests
{
    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var chunker = new SemanticChunker();

        chunker.Options.MaxLength.ShouldBe(800);
        chunker.Options.Overlap.ShouldBe(0);
        chunker.StrategyName.ShouldBe("recursive");
        new RecursiveChunkingStrategy().Markdown.ShouldBeTrue();
    }

    [Fact]
    public void MarkdownDocument_HasHeaderPaths() =>
        new SemanticChunker().ChunkDocument(new SourceDocument("a.md", "# Title\ntext")).ShouldHaveSingleItem().HeaderPath.ShouldBe("Title");

    [Fact]
    public void SourceCode_HasNoHeadings() =>
        new SemanticChunker().ChunkDocument(new SourceDocument("a.py", "# comment\nx = 1")).ShouldHaveSingleItem().HeaderPath.ShouldBeNull();

    [Fact]
    public void GivenStrategy_CutsEveryDocument()
    {
        var chunker = new SemanticChunker(new RecursiveChunkingStrategy(markdown: false));

        chunker.ChunkDocument(new SourceDocument("a.md", "# Title\ntext")).ShouldHaveSingleItem().HeaderPath.ShouldBeNull();
    }

    [Fact]
    public void Statistics_CountTextsAndPieces()
    {
        var chunker = new SemanticChunker(options: new ChunkingOptions { MaxLength = 16 });
        chunker.GetStatistics().MeanLength.ShouldBeNull();

        chunker.Split(new string('x', 40));
        chunker.Split("");

        chunker.GetStatistics().ShouldBe(new ChunkingStatistics(Texts: 2, Chunks: 3, CodeUnits: 40));
    }

    [Fact]
    public void Null_IsRefused() => Should.Throw<ArgumentNullException>(() => new SemanticChunker().Split(null!));

    [Fact]
    public void LargestCap_IsNoCap() =>
        new SemanticChunker(options: new ChunkingOptions { MaxLength = int.MaxValue, Overlap = 10 }).Split("one and more\n\n# two\nthree").Select(chunk => chunk.Start).ShouldBe([0, 4]);

    [Fact]
    public void EndlessHeading_LendsItsBeginningToThePath()
    {
        string title = string.Concat(Enumerable.Repeat("😀", 50_000));

        IReadOnlyList<TextChunk> chunks = new SemanticChunker().ChunkDocument(new SourceDocument("a.md", "# x" + title + "\ntext"));

        string path = "x" + title[..198];
        chunks.ShouldAllBe(chunk => chunk.HeaderPath == path);
        chunks[^1].End.ShouldBe(title.Length + 8);
    }

    [Theory]
    [InlineData("a.html", null, null)]
    [InlineData("a.html", true, "Head")]
    [InlineData("a.md", null, "Head")]
    [InlineData("a.md", false, null)]
    public void DocumentThatSaysWhatItIs_IsCutThatWay(string id, bool? isMarkdown, string? path) =>
        new SemanticChunker().ChunkDocument(new SourceDocument(id, "# Head\n\ntext") { IsMarkdown = isMarkdown })[0].HeaderPath.ShouldBe(path);
}
