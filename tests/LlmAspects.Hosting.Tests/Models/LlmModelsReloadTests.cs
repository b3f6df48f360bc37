using System.Net;
using LlmAspects.Components;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Hosting.Models;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Tests.Models;

public sealed class LlmModelsReloadTests : IDisposable
{
    private readonly ModelHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Change_ReplacesTheCatalogueOnce()
    {
        ModelCatalog catalog = _host.Catalog;
        catalog.Models.Select(model => model.Id).ShouldBe(["a", "b"]);

        _host.Change(("0:InputPricePerMillion", "0.25"), ("1:Enabled", "false"));

        _host.Catalog.ShouldBeSameAs(catalog);
        catalog.Version.ShouldBe(2);
        (catalog.Models[0].InputPricePerMillion, catalog.Models[1].Enabled).ShouldBe((0.25m, false));
    }

    [Fact]
    public void ChangeOfOtherKeys_KeepsTheVersion()
    {
        _host.Configuration["Llm:Models:0:Tasks:0"] = "Code";
        _host.Catalog.Version.ShouldBe(1);

        _host.Configuration["Other"] = "1";
        _host.Configuration.Reload();

        _host.Catalog.Version.ShouldBe(1);
    }

    [Fact]
    public async Task AddedModel_AnswersTheNextRequest()
    {
        _host.Clients["c"].ThenAnswer("From c");
        _ = _host.Catalog;

        _host.Change(("2:Id", "c"), ("2:Provider", "tests"), ("2:ContextWindow", "8192"), ("2:MaxOutputTokens", "1024"), ("2:Priority", "1"));

        (await _host.Chat.GetResponseAsync("Hi")).ModelId.ShouldBe("c");
    }

    [Fact]
    public async Task RequestUnderWay_FinishesOnTheModelThatLeft()
    {
        var arrives = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Clients["a"].Then(ScriptStep.Say("Hel"), ScriptStep.WaitFor(arrives.Task), ScriptStep.Say("lo"), ScriptStep.Finish());
        _host.Clients["c"].ThenAnswer("From c");
        Task<ChatResponse> answer = _host.Chat.GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        _host.Change(("0:Id", "c"));
        arrives.SetResult();

        (await answer).Text.ShouldBe("Hello");
        (await _host.Chat.GetResponseAsync("Hi", new ChatOptions { ModelId = "c" })).ModelId.ShouldBe("c");
        (await Should.ThrowAsync<UnknownModelException>(_host.Chat.GetResponseAsync("Hi", new ChatOptions { ModelId = "a" }))).ModelId.ShouldBe("a");
    }

    [Fact]
    public async Task LearnedState_OutlivesTheChange()
    {
        var fresh = new LlmChatOptions { Task = LlmTask.Code, CacheMode = CacheMode.Bypass };
        _host.Clients["a"].ThenThrow(new HttpRequestException("x", null, HttpStatusCode.Unauthorized));
        _host.Clients["b"].Always(ScriptStep.Say("From b"), ScriptStep.Finish());
        await _host.Chat.GetResponseAsync("Hi", fresh);
        double before = SuccessesOfB();

        _host.Change(("0:InputPricePerMillion", "1"), ("1:InputPricePerMillion", "1"));
        await _host.Chat.GetResponseAsync("Hi", fresh);

        before.ShouldBeGreaterThan(0.5);
        SuccessesOfB().ShouldBeGreaterThan(before);
        _host.Clients["a"].Calls.Count.ShouldBe(1);
        _host.Router.GetStatistics().Models.Single(model => model.ModelId == "b").Outcomes.ShouldBe(2);
    }

    [Theory]
    [InlineData("0:ContextWindow", "0", "Llm:Models:0:ContextWindow of the model 'a' must be at least 1, but is 0.")]
    [InlineData("0:ContextWindow", "many", "'Llm:Models:0:ContextWindow'")]
    [InlineData("1:Id", "a", "Llm:Models:1:Id of the model 'a' is that of Llm:Models:0 too")]
    public void BadChange_IsLoggedAndTheOldCatalogueStays(string key, string value, string problem)
    {
        ModelCatalog catalog = _host.Catalog;

        _host.Change((key, value), ("1:Priority", "0.9"));

        catalog.Version.ShouldBe(1);
        catalog.Models.Select(model => (model.Id, model.ContextWindow, model.Priority)).ShouldBe([("a", 8192, 0.5), ("b", 8192, 0.5)]);
        _host.Log.Messages.ShouldHaveSingleItem().ShouldContain(problem);
        _host.Host.Services.GetRequiredService<IOptionsMonitor<ModelCatalogOptions>>().CurrentValue.Models[0].ContextWindow.ShouldBe(8192);
    }

    [Fact]
    public void GoodChangeAfterABadOne_Counts()
    {
        ModelCatalog catalog = _host.Catalog;
        _host.Change(("0:ContextWindow", "0"));

        _host.Change(("0:ContextWindow", "16384"));

        (catalog.Version, catalog.Models[0].ContextWindow).ShouldBe((2, 16384));
    }

    [Fact]
    public async Task ChangeBeforeTheFirstUse_Counts()
    {
        await _host.Host.StartAsync();

        _host.Change(("0:ContextWindow", "16384"));

        _host.Catalog.Models[0].ContextWindow.ShouldBe(16384);
    }

    [Fact]
    public void DisposedHost_FollowsNoMore()
    {
        ModelCatalog catalog = _host.Catalog;
        _host.Dispose();

        _host.Change(("0:ContextWindow", "16384"));
        _host.Change(("0:ContextWindow", "0"));

        catalog.Version.ShouldBe(1);
        _host.Log.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void ManyChangesAtOnce_EndInTheLastState()
    {
        ModelCatalog catalog = _host.Catalog;

        Parallel.For(1, 50, number => _host.Change(("0:ContextWindow", $"{8192 + number}")));
        _host.Change(("0:ContextWindow", "65536"));

        catalog.Models[0].ContextWindow.ShouldBe(65536);
        _host.Log.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task RewrittenFile_IsFollowed()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("llmaspects-models");
        try
        {
            string file = Path.Combine(folder.FullName, "models.json");
            await File.WriteAllTextAsync(file, Json(8192));
            using var configuration = (ConfigurationRoot)new ConfigurationBuilder()
                .AddJsonFile(source => (source.FileProvider, source.Path, source.ReloadOnChange, source.ReloadDelay) =
                    (new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder.FullName), "models.json", true, 0))
                .Build();
            using ServiceProvider services = new ServiceCollection().AddLlmModels(configuration).BuildServiceProvider();
            var catalog = services.GetRequiredService<ModelCatalog>();

            await File.WriteAllTextAsync(file + ".new", Json(16384));
            File.Move(file + ".new", file, overwrite: true);

            await Eventually.GetAsync("the new models", () => Task.FromResult(catalog.Version > 1 ? catalog : null), () => $"version {catalog.Version}");
            catalog.Models.Single().ContextWindow.ShouldBe(16384);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private double SuccessesOfB() => _host.Router
        .Route(new RouteRequest { Task = LlmTask.Code, PinnedModelId = "b", Strategy = RoutingStrategy.MostReliable }).Candidates[0].Score;

    private static string Json(int contextWindow) =>
        $$"""{ "Models": [ { "Id": "a", "Provider": "tests", "ContextWindow": {{contextWindow}}, "MaxOutputTokens": 1024 } ] }""";
}
