using LlmAspects.Cli.Models;

namespace LlmAspects.Cli.Tests.Models;

public sealed class ModelSelectorTests
{
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public void NoModel_IsTheEmbeddedOneWithoutAnEndpoint()
    {
        ModelSpec spec = Select(null);

        (spec.Provider, spec.Id, spec.Endpoint, spec.Hint).ShouldBe((ModelProvider.Local, "llmaspects-extractive", null, null));
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "openai")]
    [InlineData("ANTHROPIC_API_KEY", "anthropic")]
    [InlineData("OLLAMA_HOST", "ollama")]
    public void NoModelButAProviderInTheEnvironment_StaysLocalWithAHint(string variable, string provider)
    {
        _environment[variable] = "localhost";

        ModelSpec spec = Select(null);

        spec.Provider.ShouldBe(ModelProvider.Local);
        spec.Hint.ShouldNotBeNull().ShouldContain(provider);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("LOCAL")]
    [InlineData("llmaspects-extractive")]
    [InlineData("local/llmaspects-extractive")]
    public void LocalByName_IsTheEmbeddedOne(string name) => Select(name).Provider.ShouldBe(ModelProvider.Local);

    [Fact]
    public void Auto_TakesOpenAIThenAnthropicThenOllama()
    {
        _environment["OLLAMA_HOST"] = "127.0.0.1:11434";
        Select("auto").Provider.ShouldBe(ModelProvider.Ollama);
        _environment["ANTHROPIC_API_KEY"] = "key";
        Select("auto").Provider.ShouldBe(ModelProvider.Anthropic);
        _environment["OPENAI_BASE_URL"] = "http://localhost:8080/v1";
        Select("auto").Provider.ShouldBe(ModelProvider.OpenAI);
    }

    [Fact]
    public void AutoWithoutAProvider_NamesTheVariables() =>
        Refusal("auto").Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("OPENAI_API_KEY"),
            message => message.ShouldContain("ANTHROPIC_API_KEY"),
            message => message.ShouldContain("OLLAMA_HOST"));

    [Theory]
    [InlineData("gpt-9000")]
    [InlineData("mystery/model")]
    [InlineData("openai/")]
    [InlineData("")]
    public void UnknownModel_IsRefusedWithTheKnownOnes(string name)
    {
        _environment["OPENAI_API_KEY"] = "key";

        CliException refusal = Refusal(name);

        refusal.ExitCode.ShouldBe(ExitCodes.Usage);
        refusal.Message.ShouldContain("gpt-6-luna");
    }

    [Fact]
    public void KnownModel_FindsItsProvider()
    {
        _environment["ANTHROPIC_API_KEY"] = "key";

        ModelSpec spec = Select("claude-haiku-4-5");

        spec.Provider.ShouldBe(ModelProvider.Anthropic);
        spec.DisplayEndpoint.ShouldBe("https://api.anthropic.com/");
    }

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("claude-haiku-4-5")]
    public void ModelWithoutItsKey_SaysWhichVariableIsMissing(string name) => Refusal(name).Message.ShouldContain("_API_KEY is not set");

    [Theory]
    [InlineData("OPENAI_API_KEY", "gpt-4o", "sec\nret")]
    [InlineData("OPENAI_API_KEY", "gpt-4o", "sec ret")]
    [InlineData("ANTHROPIC_API_KEY", "claude-haiku-4-5", "secr\u00E9t")]
    public void KeyThatNoHeaderCanHold_IsRefusedWithoutShowingIt(string variable, string model, string key)
    {
        _environment[variable] = key;

        CliException refusal = Refusal(model);

        refusal.ExitCode.ShouldBe(ExitCodes.Usage);
        refusal.Message.ShouldStartWith(variable);
        refusal.Message.ShouldNotContain("sec");
    }

    [Fact]
    public void CompatibleServerOnLoopback_NeedsNoKey()
    {
        _environment["OPENAI_BASE_URL"] = "http://127.0.0.1:9/v1";

        ModelSpec spec = Select("openai/any-model");

        spec.ApiKey.ShouldBeNull();
        spec.DisplayEndpoint.ShouldBe("http://127.0.0.1:9/v1");
    }

    [Theory]
    [InlineData("http://10.0.0.5/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("http://localhost.example.com/v1")]
    public void KeyOverPlainHttpToAnotherMachine_NeedsInsecure(string address)
    {
        _environment["OPENAI_API_KEY"] = "key";
        _environment["OPENAI_BASE_URL"] = address;

        Refusal("gpt-4o").Message.ShouldContain("--insecure");
        Select("gpt-4o", insecure: true).Endpoint.ShouldBe(new Uri(address));
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://example.com")]
    public void KeyOverLoopbackOrHttps_IsAccepted(string address)
    {
        _environment["OPENAI_API_KEY"] = "key";
        _environment["OPENAI_BASE_URL"] = address;

        Select("gpt-4o").ApiKey.ShouldBe("key");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData("ftp://example.com")]
    public void AddressThatIsNotHttp_IsRefused(string address)
    {
        _environment["OPENAI_BASE_URL"] = address;

        Refusal("openai/x").Message.ShouldContain("OPENAI_BASE_URL");
    }

    [Fact]
    public void AddressWithAPassword_IsRefusedWithoutShowingIt()
    {
        _environment["OPENAI_BASE_URL"] = "https://user:secret@example.com";

        Refusal("openai/x").Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:11434/")]
    [InlineData("127.0.0.1:9999", "http://127.0.0.1:9999/")]
    [InlineData("0.0.0.0", "http://localhost:11434/")]
    [InlineData(":9999", "http://localhost:9999/")]
    [InlineData("http://gpu:11434", "http://gpu:11434/")]
    [InlineData("https://gpu", "https://gpu/")]
    public void OllamaHost_IsReadAsOllamaWritesIt(string host, string expected)
    {
        _environment["OLLAMA_HOST"] = host;

        Select("ollama/llama3.2").Endpoint!.AbsoluteUri.ShouldBe(expected);
    }

    [Fact]
    public void ModelFromAnotherServer_HasNoPrice()
    {
        _environment["OPENAI_API_KEY"] = "key";
        KnownModels.Describe(Select("gpt-4o")).InputPricePerMillion.ShouldBe(2.5m);
        _environment["OPENAI_BASE_URL"] = "https://proxy.example.com/v1";
        KnownModels.Describe(Select("gpt-4o")).InputPricePerMillion.ShouldBeNull();
    }

    private ModelSpec Select(string? model, bool insecure = false) => new ModelSelector(_environment.GetValueOrDefault).Select(model, insecure);

    private CliException Refusal(string model) => Should.Throw<CliException>(() => Select(model));
}
