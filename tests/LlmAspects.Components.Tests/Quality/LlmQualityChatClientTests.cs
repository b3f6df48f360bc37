using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.Judging;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Quality;

public class LlmQualityChatClientTests
{
    private const string Document = "The lighthouse was built in 1874. Visitors pay three crowns.";

    private readonly LlmQualityMonitor _monitor = new();

    [Fact]
    public async Task Response_CarriesItsReport()
    {
        using IChatClient client = Build(new AnsweringClient("Visitors pay three crowns."));

        ChatResponse response = await client.GetResponseAsync(Question());

        QualityReport report = ReportOf(response.AdditionalProperties);
        report.Groundedness.Value.ShouldBe(1);
        report.Profile.ShouldBe(QualityProfile.General);
        response.Text.ShouldBe("Visitors pay three crowns.");
    }

    [Fact]
    public async Task Stream_IsPassedOnAndMeasuredAtItsEnd()
    {
        using IChatClient client = Build(new AnsweringClient("Visitors pay ", "three crowns."));

        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Question()).ToListAsync();

        updates.Count.ShouldBe(3);
        updates[..2].ShouldAllBe(static update => update.AdditionalProperties == null);
        ReportOf(updates[2].AdditionalProperties).Groundedness.Value.ShouldBe(1);
        updates.ToChatResponse().Text.ShouldBe("Visitors pay three crowns.");
    }

    [Fact]
    public async Task RestartedStream_IsMeasuredFromItsNewBeginning()
    {
        using IChatClient client = Build(new AnsweringClient("Dragons guard it. ", "\u0001Visitors pay three crowns."));

        List<ChatResponseUpdate> updates = await client.GetStreamingResponseAsync(Question()).ToListAsync();

        ReportOf(updates[^1].AdditionalProperties).Sentences.ShouldHaveSingleItem().Score.ShouldBe(1);
    }

    [Fact]
    public async Task BrokenOrLeftStream_IsNotMeasured()
    {
        using IChatClient client = Build(new AnsweringClient("Visitors", "\u0002"));
        await Should.ThrowAsync<InvalidOperationException>(async () => await client.GetStreamingResponseAsync(Question()).ToListAsync());
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Question()))
        {
            break;
        }

        _monitor.GetStatistics().Evaluations.ShouldBe(0);
    }

    [Fact]
    public async Task TaskAndTenant_ComeFromTheOptions()
    {
        QualityFeedbackContext? told = null;
        using IChatClient client = Build(new AnsweringClient("Visitors pay three crowns."), feedback: context => told = context);

        await client.GetResponseAsync(Question(), new LlmChatOptions { Task = LlmTask.QuestionAnswering, Tenant = "t", ModelId = "m" });

        (told!.Task, told.Tenant, told.ModelId, told.Report.Profile).ShouldBe((LlmTask.QuestionAnswering, "t", "m", QualityProfile.Factual));
    }

    [Fact]
    public async Task Judge_IsAskedTheUsersQuestionOnly()
    {
        var judged = new ScriptedJudge();
        using IChatClient client = Build(new AnsweringClient("Visitors pay three crowns."), judged);

        ChatResponse response = await client.GetResponseAsync(Question());

        ReportOf(response.AdditionalProperties).Accuracy.Value.ShouldBe(0.4);
        judged.Question.ShouldBe("What do visitors pay?");
    }

    [Fact]
    public void GetService_FindsTheMonitorAndTheInnerClient()
    {
        using var inner = new AnsweringClient();
        using IChatClient client = Build(inner);
        client.GetService<LlmQualityMonitor>().ShouldBeSameAs(_monitor);
        client.GetService<AnsweringClient>().ShouldBeSameAs(inner);
    }

    [Fact]
    public async Task Router_LearnsFromMeasuredAnswers()
    {
        var router = new LlmRouter(new ModelCatalog([Model("good"), Model("bad")]));
        using IChatClient client = Build(new AnsweringClient("Visitors pay three crowns."), feedback: router.LearnFrom);
        using IChatClient poor = Build(new AnsweringClient("Dragons guard the gold."), feedback: router.LearnFrom);
        for (int i = 0; i < 20; i++)
        {
            await client.GetResponseAsync(Question(), new LlmChatOptions { ModelId = "good", Task = LlmTask.QuestionAnswering });
            await poor.GetResponseAsync(Question(), new LlmChatOptions { ModelId = "bad", Task = LlmTask.QuestionAnswering });
        }

        await client.GetResponseAsync(Question(), new LlmChatOptions { ModelId = "unknown" });

        router.Route(new RouteRequest { Task = LlmTask.QuestionAnswering, Strategy = RoutingStrategy.BestQuality }).Model.Id.ShouldBe("good");
    }

    private static ModelInfo Model(string id) => new() { Id = id, Provider = "local", ContextWindow = 1_000, MaxOutputTokens = 100 };

    private static ChatMessage[] Question()
    {
        TextContent context = RetrievedContext.ToContent([new RetrievedChunk("d", 0, Document, 1)], "0123456789abcdef");
        return [new ChatMessage(ChatRole.User, [new TextContent("What do visitors pay?"), context])];
    }

    private static QualityReport ReportOf(AdditionalPropertiesDictionary? properties) => properties.ShouldNotBeNull()[ResponseProperties.Quality].ShouldBeOfType<QualityReport>();

    private IChatClient Build(IChatClient inner, IQualityJudge? judge = null, Action<QualityFeedbackContext>? feedback = null) =>
        new ChatClientBuilder(inner).UseLlmQuality(_monitor, judge, feedback).Build();

    private sealed class ScriptedJudge : IQualityJudge
    {
        public string? Question { get; private set; }

        public ValueTask<QualityScore> JudgeAsync(string question, string answer, CancellationToken cancellationToken)
        {
            Question = question;
            return ValueTask.FromResult(new QualityScore(0.4, "Because."));
        }
    }

    /// <summary>Answers in pieces; one that begins with U+0001 restarts the answer, U+0002 breaks it.</summary>
    private sealed class AnsweringClient(params string[] pieces) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(pieces))) { FinishReason = ChatFinishReason.Stop });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (string piece in pieces)
            {
                await Task.CompletedTask;
                var update = new ChatResponseUpdate(ChatRole.Assistant, piece.TrimStart('\u0001')) { MessageId = "1" };
                if (piece[0] == '\u0001')
                {
                    update.AdditionalProperties = new() { [ResponseProperties.Restart] = true };
                }

                yield return piece[0] == '\u0002' ? throw new InvalidOperationException("cut") : update;
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

        public void Dispose()
        {
        }
    }
}
