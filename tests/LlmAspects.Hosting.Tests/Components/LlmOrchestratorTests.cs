using LlmAspects.Components.Orchestration;
using LlmAspects.Hosting.Components;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Tests.Components;

public sealed class LlmOrchestratorTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Orchestrator_UsesClientOptionsAndStoreOfTheServices()
    {
        var store = new FileWorkflowCheckpointStore(_directory);
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<IChatClient>(new ScriptedChatClient().ThenAnswer("").ThenAnswer("Oslo"))
            .AddSingleton<IWorkflowCheckpointStore>(store)
            .AddLlmOrchestrator(_ => new OrchestratorOptions { MaxRetries = 1 })
            .BuildServiceProvider();

        WorkflowResult result = await services.GetRequiredService<MultiLlmOrchestrator>().RunAsync(new WorkflowRequest(new WorkflowBuilder().Add("a", "Capital?").Build()) { WorkflowId = "w" });

        result.Text.ShouldBe("Oslo");
        services.GetRequiredService<MultiLlmOrchestrator>().Options.MaxRetries.ShouldBe(1);
        (await store.LoadAsync(new WorkflowCheckpointKey("", "w"))).Single().Text.ShouldBe("Oslo");
    }

    [Fact]
    public void AddedTwice_Throws() => Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddLlmOrchestrator().AddLlmOrchestrator());
}
