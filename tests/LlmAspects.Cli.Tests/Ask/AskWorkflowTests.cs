using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskWorkflowTests : IDisposable
{
    private const string Handbook = "# Handbook\n\nRefunds above 100 euros are approved by the finance lead.\nThe office in Lisbon opens at nine.\n";
    private const string TwoQuestions = "Who approves refunds above 100 euros? When does the office in Lisbon open?";

    private readonly TempFolder _folder = new();

    public AskWorkflowTests() => _folder.Write("docs/handbook.md", Handbook);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sequential")]
    [InlineData("parallel")]
    [InlineData("hierarchical")]
    public async Task TwoQuestionsOffline_AreDividedAndEachPartIsAnsweredWithTrueCitations(string strategy)
    {
        CliResult result = (await AskAsync(TwoQuestions, "--strategy", strategy, "--report", "out")).ShouldExitWith(0);

        result.Output.ShouldSatisfyAllConditions(
            output => output.ShouldContain($"Workflow: {strategy}, 2 nodes, divided by its numbers or question marks, 2 calls answered"),
            output => output.ShouldContain("finance lead. [1]"),
            output => output.ShouldContain("opens at nine. [2]"),
            output => output.ShouldMatch(@"part-1 +succeeded +llmaspects-extractive +\d\.\d\d +- +1 +[\d.]+ ms +local"),
            output => output.ShouldMatch(@"part-2 +succeeded +llmaspects-extractive "),
            output => output.ShouldContain("Cost: local"),
            output => output.ShouldMatch(@"ask\.run_workflow  [\d.]+ ms"));
        JsonElement answer = Report().GetProperty("questions")[0];
        answer.GetProperty("workflow").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("question").GetString())
            .ShouldBe(["Who approves refunds above 100 euros?", "When does the office in Lisbon open?"]);
        answer.GetProperty("citations").EnumerateArray()
            .ShouldAllBe(citation => Handbook.Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32() - citation.GetProperty("start").GetInt32()) == citation.GetProperty("text").GetString());
        (await File.ReadAllTextAsync(_folder["out/report.md"])).ShouldContain("| Node | State | Model |");
    }

    [Fact]
    public async Task PipelineOffline_AnswersWithTheLastResult()
    {
        CliResult result = (await AskAsync(TwoQuestions, "--strategy", "pipeline")).ShouldExitWith(0);

        result.Output.ShouldContain("Workflow: pipeline, 2 nodes");
        result.Output.ShouldMatch(@"part-2 +succeeded ");
        result.Output.ShouldNotContain("## part-1\n");
    }

    [Fact]
    public async Task AdaptiveWithOneQuestion_IsNotDivided()
    {
        CliResult result = (await AskAsync("Who approves refunds above 100 euros?", "--strategy", "adaptive")).ShouldExitWith(0);

        result.Output.ShouldContain("Workflow: adaptive, 1 node, not divided, 1 call answered");
        result.Output.ShouldContain("Quality: groundedness 1.00");
    }

    [Fact]
    public async Task QuestionsThatTheDocumentsDoNotAnswer_AreSaidToBeUnanswered()
    {
        (await AskAsync("Who won the 1998 world cup? What is a quasar?", "--strategy", "parallel", "--report", "out")).ShouldExitWith(0);

        Report().GetProperty("questions")[0].GetProperty("answered").GetBoolean().ShouldBeFalse();
    }

    [FactWithAimock]
    public async Task RealModel_DividesTheQuestionAndJoinsTheResults()
    {
        await using AimockServer server = await AimockServer.StartAsync(
            new AimockRule("refunds", """{"subtasks":[{"id":"money","prompt":"Who approves refunds?","depends_on":[]},{"id":"door","prompt":"When does the Lisbon office open?","depends_on":["money"]}]}""")
            {
                SystemWord = "Divide the request",
            },
            new AimockRule("refunds", "The finance lead approves them, and the office opens at nine.") { SystemWord = "results" },
            new AimockRule("Lisbon", "It opens at nine [1]."),
            new AimockRule("refunds", "The finance lead approves them [1]."));

        CliResult result = await CliProcess.RunAsync(
            _folder.Root, ["ask", TwoQuestions, "--docs", "docs", "--strategy", "parallel", "--model", "openai/gpt-4o"], ("OPENAI_BASE_URL", server.Address + "/v1"), ("OPENAI_API_KEY", "test-key"));

        result.ShouldExitWith(0).Output.ShouldContain("Workflow: parallel, 2 nodes, divided by a model");
        result.Output.ShouldMatch(@"money +succeeded +gpt-4o");
        result.Output.ShouldMatch(@"door +succeeded +gpt-4o");
    }

    [Fact]
    public async Task NobodyListening_NamesTheAddressAndExitsWithFailure()
    {
        string address = $"http://127.0.0.1:{FreePort.Find()}/v1";

        CliResult result = await CliProcess.RunAsync(
            _folder.Root, ["ask", TwoQuestions, "--docs", "docs", "--strategy", "sequential", "--model", "openai/any-model"], ("OPENAI_BASE_URL", address));

        result.ShouldExitWith(ExitCodes.Failure).Error.ShouldContain(address);
    }

    private Task<CliResult> AskAsync(string question, params string[] more) => CliProcess.RunAsync(_folder.Root, ["ask", question, "--docs", "docs", .. more]);

    private JsonElement Report() => JsonDocument.Parse(File.ReadAllText(_folder["out/report.json"])).RootElement;
}
