using LlmAspects.Hosting.Health;
using LlmAspects.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Tests;

public sealed class LlmAspectsOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheDocumentation()
    {
        var options = new LlmAspectsOptions();

        options.RecordMessages.ShouldBeFalse();
        options.MessageRedactor.ShouldBeNull();
        options.MaximumTagLength.ShouldBe(256);
        options.RecordTraces.ShouldBeTrue();
        options.MaximumTraces.ShouldBe(64);
        options.MaximumSpansPerTrace.ShouldBe(1000);
        options.AdditionalSources.ShouldBeEmpty();
        options.Health.Window.ShouldBe(TimeSpan.FromMinutes(1));
        options.Health.MinimumCalls.ShouldBe(10);
        options.Health.DegradedErrorRate.ShouldBe(0.05);
        options.Health.UnhealthyErrorRate.ShouldBe(0.25);
        options.Health.DegradedErrors.ShouldBe(10);
        options.Health.IncludeCircuits.ShouldBeTrue();
    }

    [Fact]
    public void SampleOfThePage_BindsEveryMember()
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Sample()));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        using var services = new ServiceCollection().AddLlmAspects(configuration.GetSection(LlmAspectsOptions.SectionName)).BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<LlmAspectsOptions>>().Value;

        options.RecordMessages.ShouldBeTrue();
        options.MaximumTagLength.ShouldBe(512);
        options.RecordTraces.ShouldBeTrue();
        options.MaximumTraces.ShouldBe(128);
        options.MaximumSpansPerTrace.ShouldBe(500);
        options.AdditionalSources.ShouldBe(["Experimental.Microsoft.Extensions.AI"]);
        options.Health.Window.ShouldBe(TimeSpan.FromMinutes(2));
        options.Health.MinimumCalls.ShouldBe(20);
        options.Health.DegradedErrorRate.ShouldBe(0.02);
        options.Health.UnhealthyErrorRate.ShouldBe(0.2);
        options.Health.DegradedErrors.ShouldBe(5);
        options.Health.IncludeCircuits.ShouldBeFalse();
    }

    [Theory]
    [InlineData("MaximumTagLength", "0")]
    [InlineData("MaximumTraces", "0")]
    [InlineData("MaximumSpansPerTrace", "100001")]
    [InlineData("Health:Window", "00:00:09")]
    [InlineData("Health:MinimumCalls", "0")]
    [InlineData("Health:DegradedErrorRate", "0")]
    [InlineData("Health:UnhealthyErrorRate", "0.01")]
    [InlineData("Health:DegradedErrors", "0")]
    public async Task ValueOutOfRange_StopsTheStartAndNamesTheMember(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build();
        using var host = TestHost.Build(services => services.AddLlmAspects(configuration));

        var error = await Should.ThrowAsync<OptionsValidationException>(host.StartAsync());

        error.Message.ShouldContain(key.Split(':')[^1]);
    }

    private static string Sample()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.FullPath, "docs", "hosting.md"));
        var start = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
