using System.Text.Json;
using LlmAspects.Testing;

namespace LlmAspects.Cli.Tests.Evaluation;

/// <summary>Our own questions about the pages of this repository, and our own sentences. A page that is changed may need its reference changed.</summary>
public class OwnQuestionsTests
{
    private static readonly string Root = RepositoryRoot.FullPath;

    [Fact]
    public async Task BalancedPieces_FindAtLeastAsMuchAsRecursiveWithLessAroundIt()
    {
        Dictionary<string, (double Value, int N)> figures = Figures(await RunAsync("questions.jsonl", "--corpora", "docs", "--neighbor-weight", "0.2", "--passage-length", "1200"));

        (double recall, int n) = figures["recall@5 balanced-650"];
        n.ShouldBeGreaterThanOrEqualTo(60);
        foreach (string reference in (string[])["recursive-800", "recursive-1600"])
        {
            // The pages change, and three questions more or less say nothing: the interval of a recall is as wide as twenty.
            recall.ShouldBeGreaterThanOrEqualTo(figures[$"recall@5 {reference}"].Value - (3.0 / n) - 1e-9);
            figures["iou@5 balanced-650"].Value.ShouldBeGreaterThan(figures[$"iou@5 {reference}"].Value);
        }
    }

    [Fact]
    public async Task Sentences_AreFoundExactly()
    {
        CliResult result = await RunAsync("sentences.jsonl");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement all = JsonElement.Parse(result.Output)[0];
        (all.GetProperty("value").GetDouble(), all.GetProperty("n").GetInt32()).ShouldBe((1, 22));
    }

    private static Dictionary<string, (double Value, int N)> Figures(CliResult result)
    {
        result.ExitCode.ShouldBe(0, result.Error);
        return JsonElement.Parse(result.Output).EnumerateArray().ToDictionary(
            figure => figure.GetProperty("metric").GetString()!, figure => (figure.GetProperty("value").GetDouble(), figure.GetProperty("n").GetInt32()));
    }

    private static Task<CliResult> RunAsync(string file, params string[] more) =>
        CliProcess.RunAsync(Root, ["eval", "chunking", "--data", Path.Combine("tests", "LlmAspects.Cli.Tests", "Evaluation", "Questions", file), "--json", .. more]);
}
