namespace LlmAspects.PackageTests;

[Collection(nameof(PackageFeed))]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void Runtime_BringsGeneratorAnalyzersAndFixes() => feed.EntriesOf("LlmAspects").ShouldBe(
    [
        "LlmAspects.nuspec",
        "analyzers/dotnet/cs/LlmAspects.Analyzers.dll",
        "analyzers/dotnet/cs/LlmAspects.CodeFixes.dll",
        "analyzers/dotnet/cs/LlmAspects.Generators.dll",
        "lib/net10.0/LlmAspects.dll",
        "lib/net10.0/LlmAspects.xml",
    ]);

    [Fact]
    public void Runtime_DependsOnLoggingAndPollyAlone() => feed.DependenciesOf("LlmAspects").ShouldBe(
    [
        "net10.0: Microsoft.Extensions.Logging.Abstractions",
        "net10.0: Polly.Core",
    ]);

    [Theory]
    [InlineData("LlmAspects.Components")]
    [InlineData("LlmAspects.Components.Providers")]
    [InlineData("LlmAspects.Components.Redis")]
    [InlineData("LlmAspects.Components.Sqlite")]
    [InlineData("LlmAspects.Components.PostgreSql")]
    [InlineData("LlmAspects.Components.CodeAnalysis")]
    [InlineData("LlmAspects.Hosting")]
    [InlineData("LlmAspects.AspNetCore")]
    public void OtherPackages_HoldOneLibrary(string package) => feed.EntriesOf(package).ShouldBe([$"{package}.nuspec", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"]);

    // Transitive pinning lists Google.Protobuf, Microsoft.Extensions.Logging.Abstractions, Polly.Core and System.Numerics.Tensors: they come with the others anyhow.
    [Fact]
    public void Components_DependOnWhatTheyUse() => feed.DependenciesOf("LlmAspects.Components").ShouldBe(
    [
        "net10.0: BitFaster.Caching",
        "net10.0: Google.Protobuf",
        "net10.0: LlmAspects",
        "net10.0: Microsoft.Extensions.AI",
        "net10.0: Microsoft.Extensions.AI.Abstractions",
        "net10.0: Microsoft.Extensions.Logging.Abstractions",
        "net10.0: Microsoft.Extensions.VectorData.Abstractions",
        "net10.0: Microsoft.ML.Tokenizers",
        "net10.0: Microsoft.ML.Tokenizers.Data.Cl100kBase",
        "net10.0: Microsoft.ML.Tokenizers.Data.O200kBase",
        "net10.0: Polly.Core",
        "net10.0: Scriban.Signed",
        "net10.0: System.Numerics.Tensors",
    ]);

    // What transitive pinning lists again comes with the components.
    [Fact]
    public void Hosting_AddsAbstractionsOfTheHost() => feed.DependenciesOf("LlmAspects.Hosting").Except(feed.DependenciesOf("LlmAspects.Components")).ShouldBe(
    [
        "net10.0: LlmAspects.Components",
        "net10.0: Microsoft.Extensions.Compliance.Abstractions",
        "net10.0: Microsoft.Extensions.Diagnostics.HealthChecks",
        "net10.0: Microsoft.Extensions.Hosting.Abstractions",
        "net10.0: Microsoft.Extensions.Options.ConfigurationExtensions",
        "net10.0: OpenTelemetry.Api.ProviderBuilderExtensions",
    ]);

    // The abstractions of the host come with the client of Ollama anyhow.
    [Fact]
    public void Providers_AddTheirClients() => feed.DependenciesOf("LlmAspects.Components.Providers").Except(feed.DependenciesOf("LlmAspects.Components")).ShouldBe(
    [
        "net10.0: Anthropic",
        "net10.0: LlmAspects.Components",
        "net10.0: Microsoft.Extensions.AI.OpenAI",
        "net10.0: Microsoft.Extensions.Hosting.Abstractions",
        "net10.0: OllamaSharp",
        "net10.0: OpenAI",
    ]);

    [Fact]
    public void Redis_AddsItsClient() =>
        feed.DependenciesOf("LlmAspects.Components.Redis").Except(feed.DependenciesOf("LlmAspects.Components")).ShouldBe(["net10.0: LlmAspects.Components", "net10.0: StackExchange.Redis"]);

    [Fact]
    public void Sqlite_AddsItsDriver() =>
        feed.DependenciesOf("LlmAspects.Components.Sqlite").Except(feed.DependenciesOf("LlmAspects.Components")).ShouldBe(["net10.0: LlmAspects.Components", "net10.0: Microsoft.Data.Sqlite"]);

    [Fact]
    public void PostgreSql_AddsItsDriver() =>
        feed.DependenciesOf("LlmAspects.Components.PostgreSql").Except(feed.DependenciesOf("LlmAspects.Components")).ShouldBe(["net10.0: LlmAspects.Components", "net10.0: Npgsql"]);

    [Fact]
    public void AspNetCore_AddsNoPackageButHosting() =>
        feed.DependenciesOf("LlmAspects.AspNetCore").Except(feed.DependenciesOf("LlmAspects.Components")).Except(feed.DependenciesOf("LlmAspects.Hosting")).ShouldBe(["net10.0: LlmAspects.Hosting"]);
}
