using LlmAspects.Components;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens.Images;
using LlmAspects.Hosting.Models;
using LlmAspects.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Tests.Models;

public sealed class ModelCatalogOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfAModel()
    {
        ModelInfo model = Provide(ModelHost.Keys("a")).GetRequiredService<ModelCatalog>().Models.Single();

        model.ShouldBe(new ModelInfo { Id = "a", Provider = "tests", ContextWindow = 8192, MaxOutputTokens = 1024 });
    }

    [Fact]
    public void PublishedModel_CountsImagesByItsRule()
    {
        ModelInfo model = Provide(ModelHost.Keys("gpt-4o")).GetRequiredService<ModelCatalog>().Models.Single();

        model.ImageTokens.ShouldNotBeNull().ShouldBe(ImageTokenRule.Tiles(85, 170));
    }

    [Fact]
    public void SampleOfThePage_BindsEveryMember()
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Sample()));
        IConfigurationRoot configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        using ServiceProvider services = new ServiceCollection().AddLlmModels(configuration.GetSection("Llm")).BuildServiceProvider();

        ModelInfo model = services.GetRequiredService<ModelCatalog>().Models[0];

        (model with { Tasks = null }).ShouldBe(new ModelInfo
        {
            Id = "example-large",
            Provider = "openai",
            DisplayName = "The large one",
            Endpoint = new Uri("https://models.example.com/v1"),
            ContextWindow = 128_000,
            MaxOutputTokens = 16_384,
            InputPricePerMillion = 2.5m,
            OutputPricePerMillion = 10m,
            Capabilities = ModelCapabilities.Streaming | ModelCapabilities.Tools | ModelCapabilities.Vision,
            Tokenizer = "o200k_base",
            AcceptsPrefill = false,
            FirstTokenLimit = TimeSpan.FromSeconds(20),
            TypicalLatency = TimeSpan.FromSeconds(3),
            Priority = 0.8,
            Weight = 2,
            Enabled = false,
        });
        model.Tasks.ShouldBe([LlmTask.Code, LlmTask.QuestionAnswering]);
        services.GetRequiredService<ModelCatalog>().Models[1].Id.ShouldBe("example-small");
    }

    [Theory]
    [InlineData("Id", "", "is required")]
    [InlineData("Provider", " ", "is required")]
    [InlineData("Endpoint", "here", "must be an absolute address")]
    [InlineData("ContextWindow", "0", "must be at least 1")]
    [InlineData("MaxOutputTokens", "0", "must be at least 1")]
    [InlineData("MaxOutputTokens", "8193", "must fit the context window of 8192 tokens")]
    [InlineData("InputPricePerMillion", "-1", "must be at least 0")]
    [InlineData("OutputPricePerMillion", "-0.5", "must be at least 0")]
    [InlineData("Capabilities", "64", "has capabilities that do not exist")]
    [InlineData("Tasks:0", "99", "has a task that does not exist")]
    [InlineData("FirstTokenLimit", "00:00:00", "must be above 0")]
    [InlineData("TypicalLatency", "-00:00:01", "must be at least 0")]
    [InlineData("Priority", "1.5", "must be from 0 to 1, but is 1.5")]
    [InlineData("Weight", "NaN", "must be a number from 0 on")]
    public async Task ValueOutOfRange_StopsTheStartAndNamesKeyAndModel(string key, string value, string problem)
    {
        OptionsValidationException error = await Should.ThrowAsync<OptionsValidationException>(StartAsync([.. ModelHost.Keys("m:7b"), new($"Llm:Models:0:{key}", value)]));

        string failure = error.Failures.ShouldHaveSingleItem();
        failure.ShouldContain($"Llm:Models:0:{key.Split(':')[0]}");
        failure.ShouldContain(problem);
        failure.Contains("of the model 'm:7b'", StringComparison.Ordinal).ShouldBe(key != "Id");
    }

    [Theory]
    [InlineData("ContextWindow", "many")]
    [InlineData("Capabilities", "Flying")]
    [InlineData("Enabled", "perhaps")]
    public async Task ValueThatCannotBeRead_StopsTheStartAndNamesTheKey(string key, string value) =>
        (await Should.ThrowAsync<InvalidOperationException>(StartAsync([.. ModelHost.Keys("a"), new($"Llm:Models:0:{key}", value)])))
            .Message.ShouldContain($"Llm:Models:0:{key}");

    [Fact]
    public async Task EveryProblem_IsNamed()
    {
        OptionsValidationException error = await Should.ThrowAsync<OptionsValidationException>(
            StartAsync([.. ModelHost.Keys("a"), .. ModelHost.Keys("a", index: 1), new("Llm:Models:0:Priority", "2"), new("Llm:Models:1:Weight", "-1")]));

        error.Failures.ShouldBe(
        [
            "Llm:Models:0:Priority of the model 'a' must be from 0 to 1, but is 2.",
            "Llm:Models:1:Weight of the model 'a' must be a number from 0 on, but is -1.",
            "Llm:Models:1:Id of the model 'a' is that of Llm:Models:0 too; give each model an id of its own.",
        ]);
    }

    [Fact]
    public async Task NoModel_StopsTheStart() =>
        (await Should.ThrowAsync<OptionsValidationException>(StartAsync([]))).Message.ShouldBe("Llm:Models has no model. Add at least one.");

    [Fact]
    public void NamedModels_AreNamedByTheirKeys()
    {
        using ServiceProvider services = Provide([.. ModelHost.Keys("a").Select(pair => new KeyValuePair<string, string?>(pair.Key.Replace(":0:", ":small:", StringComparison.Ordinal), pair.Value)), new("Llm:Models:small:Weight", "-1")]);

        Should.Throw<OptionsValidationException>(services.GetRequiredService<ModelCatalog>).Message.ShouldStartWith("Llm:Models:small:Weight of the model 'a'");
    }

    [Fact]
    public void SecondCall_SaysWhatToDo()
    {
        IConfiguration empty = new ConfigurationBuilder().Build();

        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddLlmModels(empty).AddLlmModels(empty)).Message.ShouldContain("Put all models into one section");
    }

    private static ServiceProvider Provide(IEnumerable<KeyValuePair<string, string?>> keys) =>
        new ServiceCollection().AddLlmModels(Section(keys)).BuildServiceProvider();

    // The last of equal keys counts.
    private static IConfigurationSection Section(IEnumerable<KeyValuePair<string, string?>> keys) =>
        new ConfigurationBuilder().AddInMemoryCollection(keys.GroupBy(pair => pair.Key).Select(group => group.Last())).Build().GetSection("Llm");

    private static async Task StartAsync(IEnumerable<KeyValuePair<string, string?>> keys)
    {
        using var host = TestHost.Build(services => services.AddLlmModels(Section(keys)));
        await host.StartAsync();
    }

    private static string Sample()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.FullPath, "docs", "hosting.md"));
        int heading = page.IndexOf("## Models from configuration", StringComparison.Ordinal);
        int start = page.IndexOf("```json", heading, StringComparison.Ordinal) + "```json".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
