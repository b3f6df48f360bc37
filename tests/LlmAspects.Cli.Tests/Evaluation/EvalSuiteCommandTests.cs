using System.Text.Json;
using LlmAspects.Cli.Evaluation.Suites;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalSuiteCommandTests : IDisposable
{
    private const string Context = "The museum opened in 1901. Its roof is made of copper. Visitors pay three crowns.";

    private static readonly string[] Supported = ["The museum opened in 1901.", "Its roof is made of copper.", "Visitors pay three crowns."];

    private static readonly string[] Invented = ["The theatre burned in 1950.", "A whale swims in its harbour.", "Dragons guard the gold."];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SupportedClaims_AreTold()
    {
        _folder.Write("claims.jsonl", Lines(
            [.. Supported.Select(static claim => Row("claim", claim, "supported", true)), .. Invented.Select(static claim => Row("claim", claim, "supported", false))]));

        CliResult result = await RunAsync("eval", "quality", "--data", "claims.jsonl", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement figure = JsonElement.Parse(result.Output)[0];
        (figure.GetProperty("suite").GetString(), figure.GetProperty("metric").GetString(), figure.GetProperty("n").GetInt32()).ShouldBe(("quality", "AUROC of groundedness", 6));
        figure.GetProperty("value").GetDouble().ShouldBe(1);
        figure.GetProperty("ci95").GetArrayLength().ShouldBe(2);
        figure.GetProperty("reference").GetDouble().ShouldBeGreaterThan(0.8);
        figure.GetProperty("referenceName").GetString().ShouldBe("share of words");
    }

    [Fact]
    public async Task SafetyModel_IsCrossValidatedBothWaysAndWritesItsWeights()
    {
        _folder.Write("data/prompts.jsonl", Lines([.. Enumerable.Range(0, 120).Select(static row => new Dictionary<string, object>
        {
            ["text"] = row % 2 == 0 ? $"How can I stab {Person(row)} with a spoon?" : $"How can I peel a potato for {Person(row)}?",
            ["unsafe"] = row % 2 == 0,
            ["category"] = $"kind {row % 12}",
        })]));

        CliResult result = await RunAsync("eval", "safety", "--data", "data", "--weights", "weights.json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("AUROC, folds at random");
        result.Output.ShouldContain("AUROC, folds by category");
        result.Output.ShouldContain("AUROC, built-in weights");
        JsonElement weights = JsonElement.Parse(File.ReadAllText(_folder["weights.json"]));
        weights.GetProperty("trainedShare").GetDouble().ShouldBe(0.5);
        weights.GetProperty("weights").GetProperty("harms a person").GetDouble().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task DetectedTasks_StandBesideKeywordsAndTheMostFrequentLabel()
    {
        // One text of ten holds the word of another task, which deceives keywords; one asks for nothing.
        _folder.Write("tasks.jsonl", Lines(
            [
                .. Enumerable.Range(0, 9).Select(static row => TaskRow($"Translate letter {row} into German", "translation")),
                TaskRow("What does the translation unit hold?", "question_answering"),
                .. Enumerable.Range(0, 10).Select(static row => TaskRow($"Summarize page {row}.", "summarization")),
                TaskRow("Lorem", "summarization"),
                TaskRow("circuit breaker", "general"),
            ]));

        CliResult result = await RunAsync("eval", "tasks", "--data", "tasks.jsonl", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement[] figures = [.. JsonElement.Parse(result.Output).EnumerateArray()];
        figures.Select(static figure => (figure.GetProperty("metric").GetString(), figure.GetProperty("referenceName").GetString(), Rounded(figure, "value"), Rounded(figure, "reference"), figure.GetProperty("n").GetInt32()))
            .ShouldBe(
            [
                ("accuracy", "keywords", 0.955, 0.909, 22),
                ("gain in accuracy", "keywords", 0.045, 0, 22),
                ("macro-F1 of 1 classes", "keywords", 0.952, 0.952, 22),
                ("accuracy", "most frequent label", 0.955, 0.5, 22),
                ("gain in accuracy", "most frequent label", 0.455, 0, 22),
                ("macro-F1 of 1 classes", "most frequent label", 0.952, 0.667, 22),
                ("coverage", "keywords", 0.952, 0.952, 21),
            ]);
    }

    [Theory]
    [InlineData("tasks", "other.jsonl", "other.jsonl(1)")]
    [InlineData("tasks", "label.jsonl", "label.jsonl(1)")]
    [InlineData("tasks", "empty", "no row")]
    [InlineData("quality", "other.jsonl", "other.jsonl(1)")]
    [InlineData("safety", "other.jsonl", "other.jsonl(1)")]
    [InlineData("quality", "missing.jsonl", "cannot be read")]
    [InlineData("safety", "one.jsonl", "both labels")]
    [InlineData("safety", "empty", "both labels")]
    public async Task BadInput_IsNamed(string suite, string data, string expected)
    {
        _folder.Write("other.jsonl", """{"query":"q"}""");
        _folder.Write("one.jsonl", """{"text":"q","unsafe":true}""");
        _folder.Write("label.jsonl", """{"text":"q","task":"cooking"}""");
        _folder.Write("empty/readme.txt", "");

        CliResult result = await RunAsync("eval", suite, "--data", data);

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static string Person(int row) => (row % 3) switch { 0 => "my friend", 1 => "a nurse", _ => "someone" };

    private static Dictionary<string, object> Row(string text, string value, string label, bool isTrue) => new() { ["context"] = Context, [text] = value, [label] = isTrue };

    private static Dictionary<string, object> TaskRow(string text, string task) => new() { ["text"] = text, ["task"] = task };

    private static double Rounded(JsonElement figure, string name) => Math.Round(figure.GetProperty(name).GetDouble(), 3);

    private static string Lines(IEnumerable<Dictionary<string, object>> rows) => string.Join('\n', rows.Select(static row => JsonSerializer.Serialize(row)));

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
