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

    [Fact]
    public void Components_HoldOneLibrary() => feed.EntriesOf("LlmAspects.Components").ShouldBe(
    [
        "LlmAspects.Components.nuspec",
        "lib/net10.0/LlmAspects.Components.dll",
        "lib/net10.0/LlmAspects.Components.xml",
    ]);

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
        "net10.0: Microsoft.ML.Tokenizers",
        "net10.0: Microsoft.ML.Tokenizers.Data.Cl100kBase",
        "net10.0: Microsoft.ML.Tokenizers.Data.O200kBase",
        "net10.0: Polly.Core",
        "net10.0: Scriban.Signed",
        "net10.0: System.Numerics.Tensors",
    ]);
}
