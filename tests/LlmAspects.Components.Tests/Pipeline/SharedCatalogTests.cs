using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public sealed class SharedCatalogTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(PipelineSamples.Model("one"));
    private readonly Dictionary<string, ScriptedChatClient> _clients = [];
    private readonly InMemoryBudgetLedger _budget = new(new BudgetOptions { TokensPerDay = 100_000 });
    private readonly LlmPipeline _pipeline;

    public SharedCatalogTests()
    {
        _clients["one"] = new ScriptedChatClient();
        _clients["two"] = new ScriptedChatClient();
        _pipeline = PipelineSamples.Builder().UseModels(_catalog, model => _clients[model.Id]).UseBudget(_budget).Build();
    }

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task ReplacedCatalogue_CountsFromTheNextRequest()
    {
        _clients["one"].ThenAnswer("From one");
        _clients["two"].ThenAnswer("From two");

        ChatResponse before = await _pipeline.GetResponseAsync("Why?");
        _catalog.Replace(PipelineSamples.Model("two"));
        ChatResponse after = await _pipeline.GetResponseAsync("Why?");

        (before.ModelId, after.ModelId).ShouldBe(("one", "two"));
        _pipeline.GetService(typeof(ModelCatalog)).ShouldBeSameAs(_catalog);
    }

    [Fact]
    public async Task ModelThatLeavesMeanwhile_AnswersAndIsBooked()
    {
        _clients["one"].Always(ScriptStep.Do(() => _catalog.Replace(PipelineSamples.Model("two"))), ScriptStep.Say("Because."), ScriptStep.Finish());

        ChatResponse response = await _pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync();

        (response.Text, response.ModelId).ShouldBe(("Because.", "one"));
        BudgetStatus status = _budget.GetStatus("");
        status.Reserved.ShouldBe(0);
        status.Used.ShouldBeInRange(1, 1_000);
    }

    [Fact]
    public void ModelsOfBothKinds_AreRefused()
    {
        LlmPipelineBuilder builder = PipelineSamples.Builder().UseModels(_catalog, _ => _clients["one"]).AddModel(PipelineSamples.Model("two"), _clients["two"]);

        Should.Throw<InvalidOperationException>(builder.Build).Message.ShouldContain("come from a catalogue");
    }
}
