using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskAnswerTests : IDisposable
{
    private const string Handbook = "# Handbook\n\nRefunds above 100 euros are approved by the finance lead.\nThe office in Lisbon opens at nine.\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithoutArguments_AnswersThreeQuestionsWithCitationsOneAfterAFailover()
    {
        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", "--report", "out"])).ShouldExitWith(0);

        JsonElement[] questions = [.. Report().GetProperty("questions").EnumerateArray()];
        questions.Length.ShouldBe(3);
        questions.ShouldAllBe(question => question.GetProperty("answered").GetBoolean() && question.GetProperty("citations").GetArrayLength() > 0);
        JsonElement failed = questions.Single(question => question.GetProperty("faultInjected").GetBoolean());
        failed.GetProperty("attempts").GetArrayLength().ShouldBeGreaterThan(2, "the first model, its retry, the second model");
        failed.GetProperty("model").GetString().ShouldBe("llmaspects-extractive");
        result.Output.ShouldContain("A fault is injected on purpose");
        result.Output.ShouldContain("## Error report");
        result.Output.ShouldContain("FAILED");
    }

    [Fact]
    public async Task QuestionAboutThisProduct_CitesThePageThatSaysSo()
    {
        CliResult result = await CliProcess.RunAsync(_folder.Root, ["ask", "What does the ErrorContext attribute do?"]);

        result.ShouldExitWith(0).Output.ShouldContain("attributes.md:");
        result.Output.ShouldContain("records every exception that leaves the method");
    }

    [Fact]
    public async Task Citation_StandsInTheFileAtItsLineAndOffsets()
    {
        _folder.Write("docs/handbook.md", Handbook);

        (await CliProcess.RunAsync(_folder.Root, ["ask", "Who approves refunds above 100 euros?", "--docs", "docs", "--report", "out"])).ShouldExitWith(0);

        JsonElement citation = Report().GetProperty("questions")[0].GetProperty("citations")[0];
        int start = citation.GetProperty("start").GetInt32();
        int end = citation.GetProperty("end").GetInt32();
        citation.GetProperty("document").GetString().ShouldBe("handbook.md");
        citation.GetProperty("line").GetInt32().ShouldBe(3);
        Handbook[start..end].ShouldBe(citation.GetProperty("text").GetString());
        Handbook[start..end].ShouldContain("finance lead");
    }

    [Fact]
    public async Task Output_ShowsTokensLocalCostQualityAndTrace()
    {
        _folder.Write("docs/handbook.md", Handbook);

        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", "Who approves refunds above 100 euros?", "--docs", "docs"])).ShouldExitWith(0);

        result.Output.ShouldSatisfyAllConditions(
            output => output.ShouldContain("Documents: 1 "),
            output => output.ShouldContain("Indexing documents: 1 of 1"),
            output => output.ShouldMatch(@"Tokens: [\d,]+ in, [\d,]+ out"),
            output => output.ShouldContain("Cost: local"),
            output => output.ShouldContain("Quality: groundedness "),
            output => output.ShouldMatch(@"ask\.answer_question  [\d.]+ ms"),
            output => output.ShouldMatch(@"─ .*llm_router\.\w+  [\d.]+ ms"));
    }

    [Fact]
    public async Task QuestionWithoutAnAnswerInTheDocuments_IsSaidToBeUnanswered()
    {
        _folder.Write("docs/handbook.md", Handbook);

        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", "Who won the 1998 world cup?", "--docs", "docs", "--report", "out"])).ShouldExitWith(0);

        result.Output.ShouldContain("The given documents do not answer this.");
        JsonElement answer = Report().GetProperty("questions")[0];
        answer.GetProperty("answered").GetBoolean().ShouldBeFalse();
        answer.GetProperty("groundedness").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task TranslationWithTheEmbeddedModel_NamesTheVariablesToSet()
    {
        _folder.Write("docs/handbook.md", Handbook);

        CliResult result = await CliProcess.RunAsync(_folder.Root, ["ask", "Translate the handbook into German", "--docs", "docs"]);

        result.ShouldExitWith(ExitCodes.Failure).Error.ShouldContain("OPENAI_API_KEY");
    }

    [Fact]
    public async Task KeyInTheEnvironmentWithoutModel_StaysLocalAndHints()
    {
        _folder.Write("docs/handbook.md", Handbook);

        CliResult result = await CliProcess.RunAsync(
            _folder.Root, ["ask", "Who approves refunds?", "--docs", "docs"], ("OPENAI_API_KEY", "secret-key"), ("OPENAI_BASE_URL", $"http://127.0.0.1:{FreePort.Find()}"));

        result.ShouldExitWith(0).Output.ShouldContain("--model auto");
        result.Output.ShouldNotContain("secret-key");
    }

    [Fact]
    public async Task SecondRunIntoTheSameReportFolder_WritesOverItsOwnReport()
    {
        _folder.Write("handbook.md", Handbook);
        string[] arguments = ["ask", "Who approves refunds?", "--docs", ".", "--report", "out"];

        (await CliProcess.RunAsync(_folder.Root, arguments)).ShouldExitWith(0);
        CliResult second = (await CliProcess.RunAsync(_folder.Root, arguments)).ShouldExitWith(0);

        second.Output.ShouldContain("1 the folder of this report");
        Report().GetProperty("documents").GetProperty("count").GetInt32().ShouldBe(1);
    }

    private JsonElement Report() => JsonDocument.Parse(File.ReadAllText(_folder["out/report.json"])).RootElement;
}
