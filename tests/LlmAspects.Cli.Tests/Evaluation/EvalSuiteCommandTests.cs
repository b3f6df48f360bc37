using System.Text.Json;

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

    [Theory]
    [InlineData("quality", "other.jsonl", "other.jsonl(1)")]
    [InlineData("safety", "other.jsonl", "other.jsonl(1)")]
    [InlineData("quality", "missing.jsonl", "cannot be read")]
    [InlineData("safety", "one.jsonl", "both labels")]
    [InlineData("safety", "empty", "both labels")]
    public async Task BadInput_IsNamed(string suite, string data, string expected)
    {
        _folder.Write("other.jsonl", """{"query":"q"}""");
        _folder.Write("one.jsonl", """{"text":"q","unsafe":true}""");
        _folder.Write("empty/readme.txt", "");

        CliResult result = await RunAsync("eval", suite, "--data", data);

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static string Person(int row) => (row % 3) switch { 0 => "my friend", 1 => "a nurse", _ => "someone" };

    private static Dictionary<string, object> Row(string text, string value, string label, bool isTrue) => new() { ["context"] = Context, [text] = value, [label] = isTrue };

    private static string Lines(IEnumerable<Dictionary<string, object>> rows) => string.Join('\n', rows.Select(static row => JsonSerializer.Serialize(row)));

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
