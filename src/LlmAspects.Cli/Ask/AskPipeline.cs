using LlmAspects.Cli.Models;
using LlmAspects.Components.Models;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Providers;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Joins the components around the chosen model.</summary>
internal sealed class AskPipeline : IDisposable
{
    /// <summary>The id of the embedded model while it plays the first of two models.</summary>
    public const string PrimaryId = $"{ExtractiveModel.Id}-primary";

    private readonly FaultInjectingChatClient? _first;

    private AskPipeline(LlmPipeline pipeline, string firstModelId, FaultInjectingChatClient? first = null)
    {
        Client = pipeline;
        FirstModelId = firstModelId;
        _first = first;
    }

    public LlmPipeline Client { get; }

    public string FirstModelId { get; }

    /// <summary>Makes the first model fail, or work again; does nothing in a pipeline that was built without a fault.</summary>
    public void SetFault(bool active)
    {
        if (_first is not null)
        {
            _first.Armed = active;
        }
    }

    /// <summary>Builds a pipeline with the chosen models alone.</summary>
    public static AskPipeline Create(AskPlan plan, IRetriever retriever, PriceTable? prices, TimeProvider timeProvider)
    {
        LlmPipelineBuilder builder = Common(retriever, prices, timeProvider);
        foreach (ModelSpec spec in plan.Models)
        {
            builder.AddModel(Describe(spec), CreateClient(spec));
        }

        if (plan.Strategy == AskStrategy.Ensemble)
        {
            builder.UseEnsemble(plan.Members, plan.Panel);
        }

        return new AskPipeline(builder.Build(), plan.Models[0].Id);
    }

    /// <summary>Builds a pipeline whose first model can be made to fail; the embedded model stands second.</summary>
    public static AskPipeline CreateWithFault(ModelSpec spec, IRetriever retriever, PriceTable? prices, TimeProvider timeProvider)
    {
        ModelInfo info = Describe(spec) with { Priority = 1 };
        if (spec.Provider == ModelProvider.Local)
        {
            info = info with { Id = PrimaryId };
        }

        var first = new FaultInjectingChatClient(CreateClient(spec), info.Id);
        LlmPipeline pipeline = Common(retriever, prices, timeProvider)
            .AddModel(info, first)
            .AddModel(ExtractiveModel.Info with { Priority = 0 }, new ExtractiveChatClient())
            .Build();
        return new AskPipeline(pipeline, info.Id, first);
    }

    public void Dispose() => Client.Dispose();

    private static LlmPipelineBuilder Common(IRetriever retriever, PriceTable? prices, TimeProvider timeProvider) => new LlmPipelineBuilder()
        .UseRetriever(retriever)
        .UseTimeProvider(timeProvider)
        .UseErrorReader(new ProviderErrorReader())
        .Configure(options =>
        {
            options.Router = options.Router with { NoCapableModelHint = ProviderVariables.Advice };
            options.Tokens = options.Tokens with { Prices = prices };
        });

    private static ModelInfo Describe(ModelSpec spec) => spec.Provider == ModelProvider.Local ? LocalModels.Describe(spec.Id) : KnownModels.Describe(spec);

    private static IChatClient CreateClient(ModelSpec spec) => spec.Provider == ModelProvider.Local ? LocalModels.CreateClient(spec.Id) : ModelClients.Create(spec);
}
