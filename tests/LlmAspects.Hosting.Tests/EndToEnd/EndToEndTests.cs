using LlmAspects.Components;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Tests.EndToEnd;

/// <summary>What a user builds of the components, over a real protocol server.</summary>
public class EndToEndTests
{
    private const string Question = "Who approves refunds above 100 euros?";
    private const string Grounded = "Refunds above 100 euros are approved by the finance lead [1].";

    private static readonly SourceDocument Handbook = new("handbook.md", EndToEndHost.Handbook);

    [FactWithAimock]
    public async Task CachedRetrieval_AsksOnceAndCitesTwice()
    {
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", Grounded));
        using ServiceProvider services = EndToEndHost.Create(server, documents: Handbook);
        var client = services.GetRequiredService<IChatClient>();

        ChatResponse first = await client.GetResponseAsync(Question);
        ChatResponse second = await client.GetResponseAsync(Question);

        (first.GetDetails().CacheOutcome, second.GetDetails().CacheOutcome).ShouldBe((CacheOutcome.Miss, CacheOutcome.Hit));
        second.GetDetails().Citations.ShouldHaveSingleItem().FileId.ShouldBe("handbook.md");
        (await server.GetAskedModelsAsync()).ShouldHaveSingleItem();
        services.GetRequiredService<LlmCacheLayer>().GetStatistics().CostSaved.ShouldBe(first.GetDetails().Cost!.Value);
    }

    [FactWithAimock]
    public async Task QualityWithTokenCounting_MeasuresAndBooksWhatTheServerReports()
    {
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", Grounded) { Usage = (1_000, 100) });
        using ServiceProvider services = EndToEndHost.Create(server, documents: Handbook);

        ChatResponse response = await services.GetRequiredService<IChatClient>().GetResponseAsync(Question);

        response.GetDetails().Quality!.Groundedness.Value.ShouldNotBeNull().ShouldBeGreaterThan(0.8);
        response.GetDetails().Cost.ShouldBe(0.0014m);
        UsageTotals totals = services.GetRequiredService<TokenCounter>().GetTotals("small");
        (totals.InputTokens, totals.OutputTokens, totals.Cost).ShouldBe((1_000, 100, 0.0014m));
        services.GetRequiredService<LlmQualityMonitor>().GetStatistics().Evaluations.ShouldBe(1);
    }

    [FactWithAimock]
    public async Task QualityThatIsBad_MovesTheNextQuestionToTheOtherModel()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("euros", "Every purple elephant signs seven contracts on the moon.") { Model = "small" },
            new AimockRule("euros", Grounded) { Model = "large" });
        using ServiceProvider services = EndToEndHost.Create(
            server, pipeline => pipeline.Configure(options => options.Router = options.Router with { Strategy = RoutingStrategy.BestQuality }), Handbook);
        var client = services.GetRequiredService<IChatClient>();

        ChatResponse bad = await client.GetResponseAsync(Question);
        ChatResponse good = await client.GetResponseAsync("Who approves refunds of 500 euros, and who those up to 100 euros?");

        bad.GetDetails().Quality!.Groundedness.Value.ShouldNotBeNull().ShouldBeLessThan(0.5);
        (bad.ModelId, good.ModelId).ShouldBe(("small", "large"));
        good.GetDetails().Decisions.ShouldContain(decision => decision.Component == "llm_router" && decision.Choice == "large");
    }

    [FactWithAimock]
    public async Task WholeRag_RetrievesAnswersScoresCountsAndSurvivesAnOutage()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("refunds", "down for maintenance") { Model = "small", Status = 503 },
            new AimockRule("refunds", Grounded) { Model = "large", Usage = (500, 50) });
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 100_000 });
        using ServiceProvider services = EndToEndHost.Create(
            server, pipeline => pipeline.UseBudget(ledger).Configure(options => options.Failover = options.Failover with { BaseDelay = TimeSpan.Zero }), Handbook);

        ChatResponse response = await services.GetRequiredService<IChatClient>().GetStreamingResponseAsync(Question, new LlmChatOptions { Tenant = "" }).ToChatResponseAsync();

        LlmResponseDetails details = response.GetDetails();
        (response.Text, response.ModelId).ShouldBe((Grounded, "large"));
        details.Context!.Chunks.ShouldNotBeEmpty();
        details.Citations.ShouldHaveSingleItem();
        details.Failover!.Attempts[0].Error!.Value.Category.ShouldBe(ErrorCategory.Overload);
        details.Quality!.Groundedness.Value.ShouldNotBeNull().ShouldBeGreaterThan(0.8);
        details.Cost.ShouldBe(0.007m);
        (ledger.GetStatus("").Used, ledger.GetStatus("").Reserved).ShouldBe((550, 0));
        details.Decisions.Select(decision => decision.Component).Distinct().ShouldBe(["prompt_engineering", "llm_cache_layer", "llm_router"]);
    }

    [FactWithAimock]
    public async Task Panel_OfRealEndpointsAgrees()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("17", "17 * 24 = 408") { Model = "small" },
            new AimockRule("17", "The answer is 408.") { Model = "large" });
        using ServiceProvider services = EndToEndHost.Create(server, pipeline => pipeline.UseEnsemble([new EnsembleMember("small", 0.4), new EnsembleMember("large", 0.6)]));

        ChatResponse response = await services.GetRequiredService<IChatClient>().GetResponseAsync("How much is 17 * 24?", new LlmChatOptions { AnswerKind = AnswerKind.Number });

        EnsembleResult result = response.GetDetails().Ensemble.ShouldNotBeNull();
        (result.Answer!.Value.Value, result.Contributions.Length).ShouldBe(("408", 2));
        result.Cost.ShouldNotBeNull().ShouldBeGreaterThan(0);
        services.GetRequiredService<MultiModelEnsembler>().GetStatistics().Answers.ShouldBe(1);
    }
}
