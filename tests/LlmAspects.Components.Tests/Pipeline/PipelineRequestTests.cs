using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public sealed class PipelineRequestTests : IDisposable
{
    private const string Rain = "The street is wet because it rains.";

    private readonly ScriptedChatClient _client = new();
    private readonly TaskCompletionSource _model = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task RequestWithADeadline_WaitsForNobodyElse()
    {
        _client.Then(ScriptStep.WaitFor(_model.Task), ScriptStep.Say("Slow."), ScriptStep.Finish()).ThenAnswer("Fast.");
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        Task<ChatResponse> patient = pipeline.GetResponseAsync("Why?");

        ChatResponse hasty = await pipeline.GetResponseAsync("Why?", new LlmChatOptions { Deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1) });

        hasty.Text.ShouldBe("Fast.");
        patient.IsCompleted.ShouldBeFalse();
        _model.SetResult();
        (await patient).Text.ShouldBe("Slow.");
    }

    [Fact]
    public async Task RequestWithALimit_FailsAlone()
    {
        _client.Then(ScriptStep.WaitFor(_model.Task), ScriptStep.Throw(new IOException("down"))).ThenAnswer("Because.");
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        Task<ChatResponse> limited = pipeline.GetResponseAsync("Why?", new LlmChatOptions { AttemptBudget = new AttemptBudget(1) });
        Task<ChatResponse> other = pipeline.GetResponseAsync("Why?");
        _model.SetResult();

        await Should.ThrowAsync<AllModelsFailedException>(limited);
        (await other).Text.ShouldBe("Because.");
    }

    [Fact]
    public async Task RequestWithALimit_StillUsesStoredAnswers()
    {
        _client.ThenAnswer("Because.");
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        var options = new LlmChatOptions { CostLimit = 100m };

        await pipeline.GetResponseAsync("Why?", options);
        ChatResponse second = await pipeline.GetResponseAsync("Why?", options);

        second.GetDetails().CacheOutcome.ShouldBe(CacheOutcome.Hit);
    }

    [Fact]
    public async Task PriceTable_IsThePriceOfRouteAndAnswer()
    {
        _client.Then(ScriptStep.Say("Because."), ScriptStep.Report(100, 10), ScriptStep.Finish());
        PriceTable prices = PriceTable.Parse("""
            { "version": 1, "currency": "USD", "models": { "one": [ { "from": "2020-01-01", "standard": { "input": 1, "output": 5 } } ] } }
            """);
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _client)
            .Configure(options => options.Tokens = options.Tokens with { Prices = prices })
            .Build();

        ChatResponse response = await pipeline.GetResponseAsync("Why?", new LlmChatOptions { CostLimit = 0.01m });

        response.GetDetails().Cost.ShouldBe(0.00015m);
        response.GetDetails().Route!.Value.Model.OutputPricePerMillion.ShouldBe(5m);
    }

    [Fact]
    public async Task CatalogueReplacedDuringACall_LeavesTheAnswer()
    {
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        var catalog = (ModelCatalog)pipeline.GetService(typeof(ModelCatalog))!;
        _client.Then(ScriptStep.Do(() => catalog.Replace(PipelineSamples.Model("new"))), ScriptStep.Say("Because."), ScriptStep.Report(1, 1), ScriptStep.Finish());

        ChatResponse response = await pipeline.GetResponseAsync("Why?");

        response.Text.ShouldBe("Because.");
        response.GetDetails().Cost.ShouldBeNull();
    }

    [Fact]
    public async Task DocumentsOfTheCaller_StayDocuments()
    {
        _client.ThenAnswer(Rain + " [1]");
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _client)
            .UseRetriever(PipelineSamples.Documents(new SourceDocument("other.md", "The street is long."))).Build();
        AIContent context = RetrievedContext.ToContent([new RetrievedChunk("rain.md", 0, Rain, 1)], "0123456789abcdef");

        ChatResponse response = await pipeline.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("Why is the street wet?"), context])]);

        response.GetDetails().Citations.Single().FileId.ShouldBe("rain.md");
        response.GetDetails().Quality!.Groundedness.Value.ShouldBe(1);
        _client.Calls.Single().Messages.Single().Contents[1].ShouldBeSameAs(context);
    }

    [Fact]
    public async Task RequestThatTakesNoDocuments_IsNotTakenForAQuestionToThem()
    {
        _client.ThenAnswer("A street.");
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one", ModelCapabilities.Streaming | ModelCapabilities.Vision), _client)
            .UseRetriever(PipelineSamples.Documents(new SourceDocument("rain.md", Rain))).Build();

        ChatResponse response = await pipeline.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("street"), new DataContent(new byte[] { 1 }, "image/png")])]);

        response.GetDetails().Task.ShouldBe(LlmTask.General);
        response.GetDetails().Context.ShouldBeNull();
    }

    [Fact]
    public async Task NameAndPropertiesOfTheQuestion_ReachTheModel()
    {
        _client.ThenAnswer("Because.");
        using LlmPipeline pipeline = PipelineSamples.With(_client);

        await pipeline.GetResponseAsync([new ChatMessage(ChatRole.User, "Why?") { AuthorName = "ada", AdditionalProperties = new() { ["x"] = 1 } }]);

        ChatMessage sent = _client.Calls.Single().Messages[^1];
        (sent.AuthorName, sent.AdditionalProperties!["x"]).ShouldBe(("ada", 1));
    }

    [Fact]
    public async Task PinnedModel_CountsByItsOwnTokenizer()
    {
        using ScriptedChatClient other = new();
        _client.ThenAnswer("Long.");
        string text = string.Concat(Enumerable.Repeat("word ", 6_000));
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _client)
            .AddModel(PipelineSamples.Model("closed") with { Tokenizer = null, ContextWindow = 100_000 }, other)
            .Build();

        ChatResponse response = await pipeline.GetResponseAsync(text, new ChatOptions { ModelId = "one" });

        response.Text.ShouldBe("Long.");
    }
}
