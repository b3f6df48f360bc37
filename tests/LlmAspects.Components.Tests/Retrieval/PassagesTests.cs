using CsCheck;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>Pieces that touch, joined. The cap lets a piece hold one line.</summary>
public class PassagesTests
{
    private const string Text = "apple apple apple\n\napple apple number\n\nbridge candle\n\napple desert engine\n\n";

    [Fact]
    public void Default_JoinsNothing() => new RetrievalQuery("x").PassageLength.ShouldBe(0);

    [Fact]
    public async Task NegativeLength_IsRefused() => await Should.ThrowAsync<ArgumentOutOfRangeException>(() => FindAsync(Text, -1));

    [Fact]
    public async Task PiecesThatTouch_AreOnePassage()
    {
        IReadOnlyList<RetrievedChunk> pieces = await FindAsync(Text, 0);

        IReadOnlyList<RetrievedChunk> passages = await FindAsync(Text, 60);

        pieces.Count.ShouldBe(3);
        passages.Select(passage => passage.Text).ShouldBe(["apple apple apple\n\napple apple number\n\n", "apple desert engine\n\n"]);
        passages.Select(passage => passage.Score).ShouldBe([pieces[0].Score, pieces[2].Score]);
    }

    [Fact]
    public async Task LongerPassage_IsNotMade() => (await FindAsync(Text, 37)).Count.ShouldBe(3);

    [Fact]
    public async Task Top_CountsPassages() => (await FindAsync(Text, 60, top: 1)).ShouldHaveSingleItem().Text.ShouldEndWith("number\n\n");

    [Fact]
    public async Task PieceBetweenTwo_JoinsBoth()
    {
        const string Three = "apple apple apple\n\napple bridge candle\n\napple apple desert\n\n";

        IReadOnlyList<RetrievedChunk> passages = await FindAsync(Three, 100);

        passages.ShouldHaveSingleItem().Text.ShouldBe(Three);
    }

    [Fact]
    public async Task PiecesOfDifferentDocuments_NeverTouch()
    {
        ContextRetriever retriever = With(new ChunkingOptions(), new("a", "apple"), new("b", "apple"));

        (await retriever.RetrieveAsync(new RetrievalQuery("apple") { PassageLength = 1_000 })).Count.ShouldBe(2);
    }

    [Fact]
    public void Passages_AreExactCutsThatDoNotTouchWhereTheyCouldBeJoined() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 30], Gen.Int[0, 8], Gen.Int[1, 200], Gen.Int[1, 6]).Sample((lines, overlap, length, top) =>
        {
            string text = string.Concat(lines.Select(line => line switch { 0 => "apple bridge\n\n", 1 => "candle apple apple\n\n", 2 => "desert\n\n", _ => "# Head apple\n" }));
            ContextRetriever retriever = With(new ChunkingOptions { MaxLength = 24, Overlap = overlap }, new SourceDocument("a", text));

            IReadOnlyList<RetrievedChunk> found = retriever.RetrieveAsync(new RetrievalQuery("apple bridge") { PassageLength = length, Top = top }).AsTask().Result;

            found.Count.ShouldBeLessThanOrEqualTo(top);
            found.ShouldAllBe(passage => text.Substring(passage.Start, passage.Text.Length) == passage.Text && passage.Text.Length <= Math.Max(length, 24));
            found.ShouldBe(found.OrderByDescending(passage => passage.Score), ignoreOrder: false);
        }, iter: 500);

    private static async Task<IReadOnlyList<RetrievedChunk>> FindAsync(string text, int length, int top = 5) =>
        await With(new ChunkingOptions { MaxLength = 24 }, new SourceDocument("a", text)).RetrieveAsync(new RetrievalQuery("apple") { PassageLength = length, Top = top });

    private static ContextRetriever With(ChunkingOptions options, params SourceDocument[] documents)
    {
        var retriever = new ContextRetriever(new SemanticChunker(options: options));
        foreach (SourceDocument document in documents)
        {
            retriever.AddDocument(document);
        }

        return retriever;
    }
}
