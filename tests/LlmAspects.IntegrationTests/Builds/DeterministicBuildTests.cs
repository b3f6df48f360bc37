using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Builds;

public class DeterministicBuildTests
{
    private const string Project = "src/LlmAspects.Components";

    [Fact]
    public async Task TwoCopiesOfTheTree_BuildTheSameBytes()
    {
        using var first = new CopyOfTheTree("tree");
        using var second = new CopyOfTheTree("another-and-longer-tree");

        var builds = await Task.WhenAll(first.BuildAsync(Project), second.BuildAsync(Project));

        builds.ShouldAllBe(static build => build.ExitCode == 0, string.Join('\n', builds.Select(static build => build.Output)));
        var libraries = first.HashLibraries();
        libraries.Keys.Select(Path.GetFileName).ShouldBeSubsetOf(
            ["LlmAspects.dll", "LlmAspects.Components.dll", "LlmAspects.Generators.dll", "LlmAspects.Analyzers.dll", "LlmAspects.CodeFixes.dll"]);
        libraries.Keys.ShouldContain(static path => path.EndsWith("LlmAspects.Components.dll", StringComparison.Ordinal));
        second.HashLibraries().OrderBy(static library => library.Key).ShouldBe(libraries.OrderBy(static library => library.Key));
    }
}
