using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskProtocolServerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TheoryWithAimock]
    [InlineData("openai/gpt-4o", "OPENAI_BASE_URL", "/v1", "OPENAI_API_KEY")]
    [InlineData("anthropic/claude-haiku-4-5", "ANTHROPIC_BASE_URL", "", "ANTHROPIC_API_KEY")]
    [InlineData("ollama/llama3.2", "OLLAMA_HOST", "", "")]
    public async Task EachProtocol_GivesAnAnswerWithACheckedCitation(string model, string addressVariable, string path, string keyVariable)
    {
        _folder.Write("docs/handbook.md", "Refunds above 100 euros are approved by the finance lead.");
        await using AimockServer server = await AimockServer.StartAsync(new AimockRule("refunds", "The finance lead approves them [1]."));
        (string, string)[] variables = [(addressVariable, server.Address + path), .. keyVariable.Length > 0 ? [(keyVariable, "test-key")] : Array.Empty<(string, string)>()];

        CliResult result = await CliProcess.RunAsync(_folder.Root, ["ask", "Who approves refunds above 100 euros?", "--docs", "docs", "--model", model], variables);

        result.ShouldExitWith(0).Output.ShouldContain("The finance lead approves them [1].");
        result.Output.ShouldContain("[1] handbook.md:1 (offsets 0..");
        result.Output.ShouldMatch(@"Tokens: [\d,]+ in, [\d,]+ out");
        result.Output.ShouldNotContain("test-key");
    }
}
