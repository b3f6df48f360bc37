using LlmAspects.Cli.Ask;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class CitationsTests
{
    private const string Text = "First line.\nThe sky is blue.\nThe sea is wet.";
    private readonly Dictionary<string, string> _documents = new() { ["a.md"] = Text };

    [Fact]
    public void UnmarkedAnswer_GetsANumberAfterEachCitedPart()
    {
        Citations citations = Read("The sky is blue. The sea is wet.", Cite("The sky is blue.", 0, 16), Cite("The sea is wet.", 17, 32));

        citations.Answer.ShouldBe("The sky is blue. [1] The sea is wet. [2]");
        citations.Reports.Select(report => (report.Number, report.Line, report.Start)).ShouldBe([(1, 2, 12), (2, 3, 29)]);
        citations.Rejected.ShouldBe(0);
    }

    [Fact]
    public void AnswerWithMarkers_KeepsTheNumbersOfTheRetrievedPieces()
    {
        RetrievedChunk[] chunks = [new("b.md", 0, "other", 2), new("a.md", 0, Text, 1)];
        RetrievedContext context = (RetrievedContext)RetrievedContext.ToContent(chunks, "0123456789abcdef").RawRepresentation!;

        Citations citations = Citations.Read("It is blue [2].", [Cite("The sky is blue.", 0, 15)], _documents, context);

        citations.Answer.ShouldBe("It is blue [2].");
        citations.Reports.Single().Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("a.md", "The sky is green.", 12)]
    [InlineData("a.md", "The sky is blue.", 11)]
    [InlineData("a.md", "The sky is blue.", -1)]
    [InlineData("a.md", "The sky is blue.", 1000)]
    [InlineData("unknown.md", "The sky is blue.", 12)]
    public void CitationThatDoesNotStandInTheDocument_IsRemovedAndCounted(string document, string snippet, int start)
    {
        Citations citations = Read("The sky is blue.", new DocumentCitation { FileId = document, Snippet = snippet, SourceStart = start, SourceEnd = start + snippet.Length });

        citations.Reports.ShouldBeEmpty();
        citations.Rejected.ShouldBe(1);
        citations.Answer.ShouldBe("The sky is blue.");
    }

    private Citations Read(string answer, params DocumentCitation[] cited) => Citations.Read(answer, cited, _documents, context: null);

    private static DocumentCitation Cite(string snippet, int regionStart, int regionEnd)
    {
        int start = Text.IndexOf(snippet, StringComparison.Ordinal);
        return new DocumentCitation
        {
            FileId = "a.md",
            Snippet = snippet,
            SourceStart = start,
            SourceEnd = start + snippet.Length,
            AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = regionStart, EndIndex = regionEnd }],
        };
    }
}
