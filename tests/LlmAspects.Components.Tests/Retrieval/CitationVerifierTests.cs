using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Retrieval;

public class CitationVerifierTests
{
    private static readonly RetrievedChunk One = new("a.md", 100, "Calls are traced. Errors are kept.", 2) { Title = "Guide" };
    private static readonly RetrievedChunk Two = new("b.md", 0, "Retries are counted.", 1);

    private static readonly RetrievedContext Context =
        RetrievedContext.Find([new ChatMessage(ChatRole.User, [RetrievedContext.ToContent([One, Two], "abcdefghijklmnop")])])!;

    [Fact]
    public void TrueCitation_Stays()
    {
        DocumentCitation citation = Citation(118, 134, "Errors are kept.");

        Verify("Errors are kept.", citation).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("a.md", 118, 134, "Errors are lost.")]
    [InlineData("a.md", 117, 133, "Errors are kept.")]
    [InlineData("a.md", 118, 135, "Errors are kept. ")]
    [InlineData("b.md", 118, 134, "Errors are kept.")]
    [InlineData("c.md", 118, 134, "Errors are kept.")]
    [InlineData("a.md", 99, 134, "xCalls are traced. Errors are kept.")]
    [InlineData("a.md", -5, 3, "x")]
    [InlineData("a.md", 118, 118, "")]
    [InlineData("a.md", 134, 118, "")]
    [InlineData("a.md", 118, int.MaxValue, "Errors are kept.")]
    public void FalseCitation_IsRemovedAndCounted(string id, int start, int end, string snippet) =>
        Verify("Errors are kept.", Citation(start, end, snippet, id)).ShouldBe((0, 1));

    [Theory]
    [InlineData(0, 99)]
    [InlineData(-1, 2)]
    [InlineData(3, 3)]
    [InlineData(null, 3)]
    public void RegionOutsideTheAnswer_IsRefused(int? start, int? end)
    {
        DocumentCitation citation = Citation(118, 134, "Errors are kept.");
        citation.AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = start, EndIndex = end }];

        Verify("Errors are kept.", citation).ShouldBe((0, 1));
    }

    [Fact]
    public void WithoutContext_EveryCitationIsRefused() =>
        CitationVerifier.Verify("x [1]", [Citation(118, 134, "Errors are kept.")], null).ShouldSatisfyAllConditions(
            verified => verified.Citations.ShouldBeEmpty(),
            verified => verified.Rejected.ShouldBe(1));

    [Fact]
    public void Marker_BecomesACitationOfThePiece()
    {
        const string Answer = "It traces [1]. It counts. [2] Again so [1].";

        VerifiedCitations verified = CitationVerifier.Verify(Answer, [], Context);

        verified.Rejected.ShouldBe(0);
        verified.Citations.Select(citation => citation.FileId).ShouldBe(["a.md", "b.md"]);
        verified.Citations[0].ShouldSatisfyAllConditions(
            citation => citation.Title.ShouldBe("Guide"),
            citation => citation.Snippet.ShouldBe(One.Text),
            citation => citation.SourceStart.ShouldBe(100),
            citation => citation.SourceEnd.ShouldBe(One.End));
        Regions(Answer, verified.Citations[0]).ShouldBe(["It traces [1].", "[2] Again so [1]."]);
        Regions(Answer, verified.Citations[1]).ShouldBe(["It counts."]);
    }

    [Theory]
    [InlineData("both [1, 2]", 2, 0)]
    [InlineData("both [1][2]", 2, 0)]
    [InlineData("none [3] and [0]", 0, 2)]
    [InlineData("none [99999999999]", 0, 1)]
    [InlineData("code `a[1]` and [1](link) and [^1] and [] and [x] and [1]: y", 0, 0)]
    [InlineData("open [1", 0, 0)]
    public void Markers_AreReadOutsideCodeAndLinks(string answer, int citations, int rejected)
    {
        VerifiedCitations verified = CitationVerifier.Verify(answer, [], Context);

        (verified.Citations.Count, verified.Rejected).ShouldBe((citations, rejected));
    }

    [Fact]
    public void Apply_KeepsTrueCitationsAndForeignAnnotations()
    {
        var foreign = new CitationAnnotation { Title = "web" };
        var content = new TextContent("Errors are kept.") { Annotations = [foreign, Citation(118, 134, "Errors are kept."), Citation(0, 3, "lie")] };
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [content]));

        VerifiedCitations verified = CitationVerifier.Apply(response, Context);

        verified.Rejected.ShouldBe(1);
        content.Annotations!.Count.ShouldBe(2);
        content.Annotations.ShouldContain(foreign);
        content.Annotations.OfType<DocumentCitation>().ShouldHaveSingleItem().SourceStart.ShouldBe(118);
    }

    [Fact]
    public void ApplyWithoutText_DoesNothing() => CitationVerifier.Apply(new ChatResponse(), Context).Citations.ShouldBeEmpty();

    private static (int True, int False) Verify(string answer, DocumentCitation citation)
    {
        VerifiedCitations verified = CitationVerifier.Verify(answer, [citation], Context);
        return (verified.Citations.Count, verified.Rejected);
    }

    private static DocumentCitation Citation(int start, int end, string snippet, string id = "a.md") =>
        new() { FileId = id, SourceStart = start, SourceEnd = end, Snippet = snippet };

    private static IEnumerable<string> Regions(string answer, DocumentCitation citation) =>
        citation.AnnotatedRegions!.Cast<TextSpanAnnotatedRegion>().Select(region => answer[region.StartIndex!.Value..region.EndIndex!.Value]);
}
