using LlmAspects.Components.Models;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Models;

public sealed class ExtractiveSelectionTests
{
    // The first sentence covers most words; the last one is most like the others.
    private static readonly RetrievedChunk[] Chunks =
    [
        new("a.md", 0, "Loud pumps need a filter check soon. The garden is green.", 2),
        new("b.md", 0, "A pump filter is cleaned with warm water. A dirty pump filter is cleaned with warm water and soap. The pump filter check needs warm water and soap.", 1),
    ];

    [Theory]
    [InlineData(ExtractiveSelection.Concepts, "llmaspects-extractive")]
    [InlineData(ExtractiveSelection.Centrality, "llmaspects-extractive-centrality")]
    [InlineData(ExtractiveSelection.Coverage, "llmaspects-extractive-coverage")]
    public async Task EachSelection_AnswersUnderItsOwnIdTheSameEveryTimeWithTrueCitations(ExtractiveSelection selection, string id)
    {
        ChatResponse first = await AskAsync(selection, "Which loud pumps need a filter check?");
        ChatResponse second = await AskAsync(selection, "Which loud pumps need a filter check?");

        first.ModelId.ShouldBe(id);
        ExtractiveModel.InfoOf(selection).Id.ShouldBe(id);
        first.Text.ShouldBe(second.Text);
        DocumentCitation[] citations = [.. first.Messages[0].Contents[0].Annotations!.OfType<DocumentCitation>()];
        citations.ShouldNotBeEmpty();
        citations.ShouldAllBe(citation => Chunks.Single(chunk => chunk.DocumentId == citation.FileId).Text.Substring(citation.SourceStart, citation.SourceEnd - citation.SourceStart) == citation.Snippet);
    }

    [Fact]
    public async Task Centrality_OpensWithTheSentenceThatIsLikeTheOthers()
    {
        ChatResponse response = await AskAsync(ExtractiveSelection.Centrality, "How is a pump filter cleaned?");

        response.Text.ShouldStartWith("A pump filter is cleaned with warm water.");
    }

    [Fact]
    public async Task Coverage_OpensWithTheEarlySentenceThatHasTheWords()
    {
        ChatResponse response = await AskAsync(ExtractiveSelection.Coverage, "Do loud pumps need a filter check?");

        response.Text.ShouldStartWith("Loud pumps need a filter check soon.");
    }

    [Fact]
    public void Selections_RankTheSameSentencesDifferently()
    {
        string[] questions = ["filter soap", "soap filter garden"];

        string[] rankings = [.. Enum.GetValues<ExtractiveSelection>().Select(selection => string.Join(", ", questions.Select(question => Ranking(selection, question))))];

        rankings.Distinct().Count().ShouldBe(3, string.Join(" | ", rankings));
    }

    [Theory]
    [InlineData(ExtractiveSelection.Concepts)]
    [InlineData(ExtractiveSelection.Centrality)]
    [InlineData(ExtractiveSelection.Coverage)]
    public async Task QuestionThatTheDocumentsDoNotAnswer_IsAnsweredByNone(ExtractiveSelection selection)
    {
        ChatResponse response = await AskAsync(selection, "Who won the 1998 world cup?");

        response.Text.ShouldBe(ExtractiveModel.NotAnswered);
        response.AdditionalProperties![ResponseProperties.Answered].ShouldBe(false);
    }

    [Theory]
    [InlineData(ExtractiveSelection.Centrality)]
    [InlineData(ExtractiveSelection.Coverage)]
    public async Task Summary_IsMadeOfSentencesOfTheDocuments(ExtractiveSelection selection)
    {
        ChatResponse response = await AskAsync(selection, "Summarize the pump filter");

        response.Text.ShouldContain("pump filter");
        response.Messages[0].Contents[0].Annotations!.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void UnknownSelection_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ExtractiveChatClient(selection: (ExtractiveSelection)9));
        Should.Throw<ArgumentOutOfRangeException>(() => ExtractiveModel.InfoOf((ExtractiveSelection)9));
    }

    private static string Ranking(ExtractiveSelection selection, string question)
    {
        List<SourceSentence> sentences = SourceSentence.Read((RetrievedContext)RetrievedContext.ToContent(Chunks, "abcdefghijklmnop").RawRepresentation!);
        return string.Join(' ', SentenceScorers.Of(selection).Answers.Score(question, sentences).OrderByDescending(scored => scored.Score).Select(scored => $"{scored.Sentence.Rank}.{scored.Sentence.Position}"));
    }

    private static async Task<ChatResponse> AskAsync(ExtractiveSelection selection, string question)
    {
        using var client = new ExtractiveChatClient(selection: selection);
        return await client.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent(question), RetrievedContext.ToContent(Chunks, "abcdefghijklmnop")])]);
    }
}
