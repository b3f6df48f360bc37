using System.Net;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public sealed class LlmPipelineTests : IDisposable
{
    private readonly ScriptedChatClient _first = new();
    private readonly ScriptedChatClient _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Answer_CarriesModelUsageCostAndReasons()
    {
        _first.Then(ScriptStep.Say("Because it rains."), ScriptStep.Report(100, 10), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        ChatResponse response = await pipeline.GetResponseAsync("Why is the street wet?");
        response.Text.ShouldBe("Because it rains.");
        response.ModelId.ShouldBe("one");
        LlmResponseDetails details = response.GetDetails();
        details.Answered.ShouldBeTrue();
        details.Cost.ShouldBe(0.12m);
        details.Route!.Value.Model.Id.ShouldBe("one");
        details.Failover!.Attempts.ShouldHaveSingleItem();
        details.Decisions.Select(decision => decision.Component).ShouldBe(["prompt_engineering", "llm_cache_layer", "llm_router"]);
        details.Quality!.Groundedness.Value.ShouldBeNull();
        details.Quality.Groundedness.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task MeasuredQuality_TeachesTheQueryOptimizer()
    {
        _first.ThenAnswer("The roof is made of copper sheets.");
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _first)
            .UseRetriever(PipelineSamples.Documents(new SourceDocument("roof.md", "The roof is made of copper sheets.")))
            .Build();

        ChatResponse response = await pipeline.GetResponseAsync("Explain how the roof is made.");

        double quality = response.GetDetails().Quality!.Overall.Value.ShouldNotBeNull();
        var optimizer = (QueryOptimizer)pipeline.GetService(typeof(QueryOptimizer))!;
        optimizer.GetStatistics().UnchangedQuality.ShouldBe(quality);
        optimizer.GetPatterns().ShouldHaveSingleItem().Feature.ShouldBe(QueryFeature.NoExample);
        ((PromptEngineer)pipeline.GetService(typeof(PromptEngineer))!).GetStatistics().QualityByTemplate.Values.ShouldBe([quality]);
    }

    [Fact]
    public async Task ChangedQuestion_ReachesTheModelWithItsReason()
    {
        _first.ThenAnswer("A light turns.");
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _first)
            .Configure(options => options.Prompts = options.Prompts with { Optimizer = new QueryOptimizerOptions { Trusted = [OptimizationStrategy.Exemplification] } })
            .Build();

        ChatResponse response = await pipeline.GetResponseAsync("Explain how a lighthouse works.");

        _first.Calls[0].Messages[^1].Text.ShouldBe("Explain how a lighthouse works.\n\nGive one concrete example.");
        response.GetDetails().Decisions.ShouldContain(new Decision("query_optimizer", "exemplification", "The strategy is trusted."));
    }

    [Fact]
    public async Task FailingFirstModel_IsReplacedByTheSecond()
    {
        _first.Always(ScriptStep.Throw(new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable)));
        _second.ThenAnswer("Because.");
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).AddModel(PipelineSamples.Model("two"), _second).Build();
        ChatResponse response = await pipeline.GetResponseAsync("Why?");
        response.ModelId.ShouldBe("two");
        FailoverReport report = response.GetDetails().Failover!;
        report.FellBack.ShouldBeTrue();
        report.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.Overload);
        pipeline.GetService<LlmRouter>()!.GetStatistics().Models.Select(model => model.SuccessRate).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task AttemptsThatFailAfterTheyUsedTokens_CostTheirOwnPrice()
    {
        _first.Then(ScriptStep.Say("Be"), ScriptStep.Report(100, 10));
        _second.Then(ScriptStep.Say("cause."), ScriptStep.Finish(), ScriptStep.Report(50, 5));
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _first)
            .AddModel(PipelineSamples.Model("two") with { InputPricePerMillion = 2_000m, OutputPricePerMillion = 4_000m }, _second)
            .Configure(options => options.CacheAnswers = false)
            .Build();

        ChatResponse response = await pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync();

        (response.Text, response.Usage!.TotalTokenCount, response.GetDetails().Cost).ShouldBe(("Because.", 165, 0.24m));
        TokenCounter tokens = pipeline.GetService<TokenCounter>()!;
        (tokens.GetTotals("one").InputTokens, tokens.GetTotals("two").InputTokens).ShouldBe((100, 50));
    }

    [Fact]
    public async Task RestartedStream_StoresOnlyTheNewAnswer()
    {
        _first.Then(ScriptStep.Say("Be"));
        _second.Then(ScriptStep.Say("It rains."), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).AddModel(PipelineSamples.Model("two"), _second)
            .Configure(options => options.Failover = options.Failover with { StreamRecovery = StreamRecovery.RestartMarker }).Build();
        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in pipeline.GetStreamingResponseAsync("Why?"))
        {
            updates.Add(update);
        }

        updates.Count(update => update.AdditionalProperties?.ContainsKey(ResponseProperties.Restart) == true).ShouldBe(1);
        ChatResponse stored = await pipeline.GetResponseAsync("Why?");
        (stored.Text, stored.AdditionalProperties!.ContainsKey(ResponseProperties.Restart)).ShouldBe(("It rains.", false));
    }

    [Fact]
    public async Task SameQuestion_IsAnsweredOnce()
    {
        _first.Then(ScriptStep.Say("Because."), ScriptStep.Report(100, 10), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        await pipeline.GetResponseAsync("Why?");
        ChatResponse again = await pipeline.GetResponseAsync("Why?");
        again.Text.ShouldBe("Because.");
        again.GetDetails().CacheOutcome.ShouldBe(CacheOutcome.Hit);
        again.GetDetails().Cost.ShouldBe(0m);
        _first.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task StreamAndAnswer_ShareTheCache()
    {
        _first.Then(ScriptStep.Say("Be"), ScriptStep.Say("cause."), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        ChatResponse streamed = await pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync();
        streamed.Text.ShouldBe("Because.");
        streamed.GetDetails().FromCache.ShouldBeFalse();
        (await pipeline.GetResponseAsync("Why?")).GetDetails().FromCache.ShouldBeTrue();
        ChatResponse streamedAgain = await pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync();
        streamedAgain.Text.ShouldBe("Because.");
        streamedAgain.GetDetails().FromCache.ShouldBeTrue();
        _first.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(CacheMode.Bypass, 2, 2)]
    [InlineData(CacheMode.Refresh, 2, 2)]
    [InlineData(CacheMode.ReadOnly, 2, 2)]
    [InlineData(CacheMode.ReadWrite, 1, 1)]
    public async Task CacheMode_IsObeyed(CacheMode mode, int callsOfAnswers, int callsOfStreams)
    {
        _first.Always(ScriptStep.Say("Because."), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        await pipeline.GetResponseAsync("Why?", new LlmChatOptions { CacheMode = mode });
        await pipeline.GetResponseAsync("Why?", new LlmChatOptions { CacheMode = mode });
        _first.Calls.Count.ShouldBe(callsOfAnswers);
        await pipeline.GetStreamingResponseAsync("Who?", new LlmChatOptions { CacheMode = mode }).ToChatResponseAsync();
        await pipeline.GetStreamingResponseAsync("Who?", new LlmChatOptions { CacheMode = mode }).ToChatResponseAsync();
        _first.Calls.Count.ShouldBe(callsOfAnswers + callsOfStreams);
    }

    [Fact]
    public async Task RefreshedAnswer_ReplacesTheStoredOne()
    {
        _first.ThenAnswer("old").ThenAnswer("new");
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        await pipeline.GetResponseAsync("Why?");
        await pipeline.GetResponseAsync("Why?", new LlmChatOptions { CacheMode = CacheMode.Refresh });
        (await pipeline.GetResponseAsync("Why?", new LlmChatOptions { CacheMode = CacheMode.ReadOnly })).Text.ShouldBe("new");
    }

    [Fact]
    public async Task AnotherTenant_SharesNothing()
    {
        _first.ThenAnswer("for a").ThenAnswer("for b");
        ContextRetriever documents = PipelineSamples.Documents(new SourceDocument("a.md", "The street is wet because it rains.") { Tenant = "a" });
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).UseRetriever(documents).Build();
        ChatResponse forA = await pipeline.GetResponseAsync("Why is the street wet?", new LlmChatOptions { Tenant = "a" });
        ChatResponse forB = await pipeline.GetResponseAsync("Why is the street wet?", new LlmChatOptions { Tenant = "b" });
        forA.GetDetails().Context!.Chunks.ShouldHaveSingleItem();
        forB.Text.ShouldBe("for b");
        forB.GetDetails().Context.ShouldBeNull();
    }

    [Fact]
    public async Task RequestThatNoModelCanServe_NamesWhatIsMissing()
    {
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .Configure(options => options.Router = options.Router with { NoCapableModelHint = "Set OPENAI_API_KEY." })
            .AddModel(PipelineSamples.Model("one") with { Tasks = [LlmTask.QuestionAnswering] }, _first).Build();
        NoCapableModelException error = await Should.ThrowAsync<NoCapableModelException>(pipeline.GetResponseAsync("Write a poem about rain."));
        error.Message.ShouldContain("Set OPENAI_API_KEY.");
        error.Exclusions.ShouldHaveSingleItem().Cause.ShouldBe(RouteExclusionCause.Task);
        _first.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ToolsAndJson_GoToAModelThatHasThem()
    {
        _second.ThenAnswer("{}");
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first)
            .AddModel(PipelineSamples.Model("two", ModelCapabilities.StructuredOutput), _second).Build();
        (await pipeline.GetResponseAsync("Why?", new ChatOptions { ResponseFormat = ChatResponseFormat.Json })).ModelId.ShouldBe("two");
        await Should.ThrowAsync<NoCapableModelException>(pipeline.GetResponseAsync("Why?", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "one")] }));
    }

    [Fact]
    public async Task PinnedModel_AnswersAlone()
    {
        _second.Always(ScriptStep.Throw(new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable)));
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).AddModel(PipelineSamples.Model("two"), _second).Build();
        await Should.ThrowAsync<AllModelsFailedException>(pipeline.GetResponseAsync("Why?", new ChatOptions { ModelId = "two" }));
        _first.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task SpentBudget_StopsBeforeTheModel()
    {
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first)
            .UseBudget(new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 10 })).Build();
        await Should.ThrowAsync<BudgetExceededException>(pipeline.GetResponseAsync("Why?"));
        _first.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task CancelledCaller_GetsCancellation()
    {
        _first.Then(ScriptStep.Hang());
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        using CancellationTokenSource cancellation = new();
        Task<ChatResponse> call = pipeline.GetResponseAsync("Why?", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    [Fact]
    public void Components_AreServices()
    {
        using LlmPipeline pipeline = PipelineSamples.With(_first);
        pipeline.GetService<LlmPipeline>().ShouldBeSameAs(pipeline);
        pipeline.GetService<LlmRouter>().ShouldNotBeNull();
        pipeline.GetService<LlmCacheLayer>().ShouldNotBeNull();
        pipeline.GetService<ScriptedChatClient>().ShouldBeSameAs(_first);
    }

    [Fact]
    public void BadConfiguration_SaysWhatToDo()
    {
        Should.Throw<InvalidOperationException>(() => new LlmPipelineBuilder().Build()).Message.ShouldContain("AddModel");
        Should.Throw<ArgumentException>(() => PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).AddModel(PipelineSamples.Model("one"), _second).Build()).Message.ShouldContain("twice");
        Should.Throw<ArgumentOutOfRangeException>(() => PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _first).Configure(options => options.RetrievalTop = 0).Build());
    }
}
