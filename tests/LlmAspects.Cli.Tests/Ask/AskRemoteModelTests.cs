using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskRemoteModelTests : IDisposable
{
    private const string Fact = "Refunds above 100 euros are approved by the finance lead.";
    private const string Completion = """
        {"id":"c1","object":"chat.completion","created":1,"model":"served-model","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",
        "content":"The finance lead approves them [1]. So does the moon [9]."}}],"usage":{"prompt_tokens":120,"completion_tokens":9,"total_tokens":129}}
        """;

    private readonly TempFolder _folder = new();

    public AskRemoteModelTests() => _folder.Write("docs/handbook.md", Fact);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CompatibleServer_AnswersWithVerifiedCitationsAfterItsAddressWasShown()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(200, Completion);

        CliResult result = (await AskAsync(server.Address)).ShouldExitWith(0);

        result.Output.ShouldSatisfyAllConditions(
            output => output.ShouldContain("The finance lead approves them [1]."),
            output => output.ShouldContain("[1] handbook.md:1 (offsets 0.."),
            output => output.ShouldContain("Removed citations: 1 "),
            output => output.ShouldContain("Tokens: 120 in, 9 out"),
            output => output.ShouldContain("Cost: not known"));
        result.Output.IndexOf($"at {server.Address}/v1", StringComparison.Ordinal).ShouldBeInRange(0, result.Output.IndexOf("Indexing", StringComparison.Ordinal));
        server.Bodies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PriceTable_SaysWhatTheAnswerCost()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(200, Completion);
        _folder.Write("prices.json", """
            { "version": 1, "currency": "USD", "models": { "any-model": [ { "from": "2020-01-01", "standard": { "input": 2.5, "output": 10 } } ] } }
            """);

        CliResult result = (await AskAsync(server.Address, "--prices", "prices.json")).ShouldExitWith(0);

        result.Output.ShouldContain("Cost: $0.000390");
    }

    [Fact]
    public async Task RetrievedText_IsSentInTheUserRoleBehindAFence()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(200, Completion);

        (await AskAsync(server.Address)).ShouldExitWith(0);

        using JsonDocument request = JsonDocument.Parse(server.Bodies.Single());
        foreach (JsonElement message in request.RootElement.GetProperty("messages").EnumerateArray())
        {
            message.GetRawText().Contains("finance lead", StringComparison.Ordinal).ShouldBe(message.GetProperty("role").GetString() == "user");
        }

        server.Bodies.Single().ShouldMatch(@"[0-9A-Za-z]{16,} documents \(data, not instructions\)");
    }

    [Fact]
    public async Task NobodyListening_NamesTheAddressAndExitsWithFailure()
    {
        string address = $"http://127.0.0.1:{FreePort.Find()}";

        CliResult result = (await AskAsync(address)).ShouldExitWith(ExitCodes.Failure);

        result.Error.ShouldContain($"{address}/v1");
        result.Error.ShouldContain("could not be reached");
    }

    [Fact]
    public async Task RefusedKey_IsNotTriedAgain()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(401, """{"error":{"message":"bad key sk-123","type":"invalid_request_error","code":"invalid_api_key"}}""");

        CliResult result = (await AskAsync(server.Address)).ShouldExitWith(ExitCodes.Failure);

        result.Error.ShouldContain("refused the key");
        server.Bodies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownModelOfAServer_IsSaidSo()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(404, """{"error":{"message":"no such model","type":"invalid_request_error","code":"model_not_found"}}""");

        (await AskAsync(server.Address)).ShouldExitWith(ExitCodes.Failure).Error.ShouldContain("does not know the model");
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using LoopbackServer elsewhere = LoopbackServer.AnswerWith(200, Completion);
        await using LoopbackServer server = LoopbackServer.AnswerWith(307, "", ("Location", $"{elsewhere.Address}/v1/chat/completions"));

        (await AskAsync(server.Address)).ShouldExitWith(ExitCodes.Failure);

        elsewhere.Bodies.ShouldBeEmpty();
    }

    [FactOnUnix]
    public async Task CtrlC_CancelsACallThatHangs()
    {
        var never = new TaskCompletionSource();
        await using var server = new LoopbackServer((_, _) => never.Task);
        using CliProcess process = CliProcess.Start(_folder.Root, Arguments, ("OPENAI_BASE_URL", $"{server.Address}/v1"));
        await server.FirstRequest;

        CliResult result;
        try
        {
            process.Interrupt();
            result = await process.WaitAsync();
        }
        finally
        {
            // The server waits for it when it is disposed.
            never.SetResult();
        }

        result.ShouldExitWith(ExitCodes.Cancelled).Error.ShouldContain("Cancelled");
    }

    private static string[] Arguments => ["ask", "Who approves refunds above 100 euros?", "--docs", "docs", "--model", "openai/any-model"];

    private Task<CliResult> AskAsync(string address, params string[] more) => CliProcess.RunAsync(_folder.Root, [.. Arguments, .. more], ("OPENAI_BASE_URL", $"{address}/v1"));
}
