using LlmAspects.Components.Caching;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Hosting.Components;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Tests.EndToEnd;

/// <summary>All components in one application, over a real protocol server.</summary>
public class AllComponentsTests
{
    private const string Question = "Could you please tell me who approves refunds above 100 euros?";
    private const string Answer = "Refunds above 100 euros are approved by the finance lead [1].";

    private static readonly EnsembleMember[] Panel = [new("small", 0.4), new("large", 0.6)];

    public static TheoryData<Type> Components =>
    [
        typeof(LlmRouter), typeof(MultiLlmOrchestrator), typeof(LlmFailoverHandler), typeof(PromptEngineer), typeof(LlmCacheLayer), typeof(SemanticChunker), typeof(ContextRetriever),
        typeof(TokenCounter), typeof(LlmQualityMonitor), typeof(MultiModelEnsembler), typeof(QueryOptimizer), typeof(LlmPipeline), typeof(IChatClient),
    ];

    [FactWithAimock]
    public async Task OptimizedPromptWithChunking_AsksTheShorterQuestionOverPieces()
    {
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", Answer));
        using ServiceProvider services = EndToEndHost.Create(
            server,
            pipeline => pipeline.Configure(options => options.Prompts = options.Prompts with { Optimizer = options.Prompts.Optimizer with { Trusted = [OptimizationStrategy.Simplification] } }),
            new SourceDocument("handbook.md", EndToEndHost.Handbook));

        ChatResponse response = await services.GetRequiredService<IChatClient>().GetResponseAsync(Question);

        LlmResponseDetails details = response.GetDetails();
        details.Decisions.ShouldContain(decision => decision.Component == "query_optimizer" && decision.Choice == "simplification");
        details.Context!.Chunks.ShouldAllBe(chunk => EndToEndHost.Handbook.Substring(chunk.Start, chunk.Text.Length) == chunk.Text);
        details.Citations.ShouldHaveSingleItem();
        services.GetRequiredService<QueryOptimizer>().GetStatistics().Changed.ShouldBe(1);
    }

    [FactWithAimock]
    public async Task AllTogether_AWorkflowAsksThePanelOverDocuments()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("second class [1].", "The finance lead approves refunds, and trains are booked in second class."),
            new AimockRule("How are trains booked?", "Trains are booked in second class [1]."),
            new AimockRule("Who approves refunds above 100 euros?", Answer));
        using ServiceProvider services = Application(server);
        var orchestrator = services.GetRequiredService<MultiLlmOrchestrator>();
        Workflow workflow = new WorkflowBuilder().Add("refunds", "Who approves refunds above 100 euros?").Add("travel", "How are trains booked?").Build();

        WorkflowResult result = await orchestrator.RunAsync(new WorkflowRequest(workflow) { Strategy = OrchestrationStrategy.Ensemble });

        result.Text.ShouldNotBeNull().ShouldContain("finance lead");
        result.Text.ShouldContain("second class");
        result.Cost.Total.ShouldNotBeNull().ShouldBeGreaterThan(0);
        result.Nodes.ShouldAllBe(node => node.Text!.Contains("[1]", StringComparison.Ordinal));
        services.GetRequiredService<MultiModelEnsembler>().GetStatistics().Answers.ShouldBe(2);
        services.GetRequiredService<TokenCounter>().GetTotals("small").Calls.ShouldBeGreaterThanOrEqualTo(2);
    }

    [TheoryWithAimock]
    [MemberData(nameof(Components))]
    public async Task EachComponent_IsOneForTheWholeApplication(Type component)
    {
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", Answer));
        using ServiceProvider services = Application(server);
        using IServiceScope scope = services.CreateScope();

        services.GetRequiredService(component).ShouldBeSameAs(scope.ServiceProvider.GetRequiredService(component));
    }

    private static ServiceProvider Application(AimockServer server)
    {
        var endpoint = new Uri(server.Address + "/v1");
        return new ServiceCollection()
            .AddLlmAspects()
            .AddSingleton<SemanticChunker>()
            .AddSingleton(provider =>
            {
                var retriever = new ContextRetriever(provider.GetRequiredService<SemanticChunker>());
                retriever.AddDocument(new SourceDocument("handbook.md", EndToEndHost.Handbook));
                return retriever;
            })
            .AddSingleton<IRetriever>(provider => provider.GetRequiredService<ContextRetriever>())
            .AddLlmPipeline((_, pipeline) => EndToEndHost.AddModels(pipeline, endpoint).UseEnsemble(Panel))
            .AddLlmOrchestrator()
            .BuildServiceProvider();
    }
}
