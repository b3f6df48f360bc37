using LlmAspects.Components;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Hosting.Components;
using LlmAspects.Reports;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Tests.Components;

public sealed class LlmPipelineRegistrationTests
{
    private static readonly ModelInfo Model = new() { Id = "m", Provider = "tests", ContextWindow = 8192, MaxOutputTokens = 1024 };

    [Fact]
    public async Task ChatClient_IsThePipelineAndAnswers()
    {
        using var services = Provide(new ScriptedChatClient().ThenAnswer("Paris"));
        var client = services.GetRequiredService<IChatClient>();

        var answer = await client.GetResponseAsync("The capital of France?");

        answer.Text.ShouldBe("Paris");
        client.ShouldBe(services.GetRequiredService<LlmPipeline>());
    }

    [Fact]
    public async Task ReportProvider_HasTheUsageOfThePipeline()
    {
        using var services = Provide(new ScriptedChatClient().Then(ScriptStep.Say("Paris"), ScriptStep.Report(10, 5), ScriptStep.Finish()));
        await services.GetRequiredService<IChatClient>().GetResponseAsync("The capital of France?");

        services.GetRequiredService<ReportProvider>().Create().Models.ShouldHaveSingleItem().Model.ShouldBe("m");
    }

    [Fact]
    public void Components_AreThoseOfThePipeline()
    {
        using var services = Provide(new ScriptedChatClient());
        var pipeline = services.GetRequiredService<LlmPipeline>();

        services.GetRequiredService<LlmRouter>().ShouldBe(pipeline.GetService(typeof(LlmRouter)));
        services.GetRequiredService<TokenCounter>().ShouldBe(pipeline.GetService(typeof(TokenCounter)));
        services.GetServices<IReportSource>().ShouldHaveSingleItem().ShouldBe(pipeline);
    }

    [Fact]
    public void SecondCall_SaysWhatToDo() =>
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddLlmPipeline((_, _) => { }).AddLlmPipeline((_, _) => { }))
            .Message.ShouldContain("Add all models in one call");

    private static ServiceProvider Provide(IChatClient client) =>
        new ServiceCollection().AddLlmAspects().AddLlmPipeline((_, pipeline) => pipeline.AddModel(Model, client)).BuildServiceProvider();
}
