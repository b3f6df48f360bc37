using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalRoutingCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task QuestionsThatTellTheirModel_AreRoutedBetterThanToTheBestSingleOne()
    {
        _folder.Write("data.jsonl", Lines(60));

        CliResult result = await RunAsync("eval", "routing", "--data", "data.jsonl", "--folds", "3", "--seeds", "2", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("Best single model of data: ");
        Dictionary<string, JsonElement> figures = Figures(File.ReadAllText(_folder["out.json"]));
        Value(figures["router, folds at random"]).ShouldBeGreaterThan(0.9);
        (Value(figures["best_single, folds at random"]), Value(figures["random, folds at random"]), Value(figures["oracle, folds at random"])).ShouldBe((0.5, 0.5, 1));
        figures.ShouldContainKey("gain at 50.0 % strong calls, folds by task");
        JsonElement gain = figures["gain, folds at random"];
        (gain.GetProperty("suite").GetString(), gain.GetProperty("n").GetInt32(), gain.GetProperty("referenceName").GetString()).ShouldBe(("routing/data", 60, "best single model"));
        gain.GetProperty("ci95")[0].GetDouble().ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public async Task FrozenRouter_IsScoredOnTheOtherFile()
    {
        _folder.Write("train.jsonl", Lines(60));
        _folder.Write("test.jsonl", Lines(10));

        CliResult result = await RunAsync("eval", "routing", "--train", "train.jsonl", "--test", "test.jsonl", "--strong-share", "0.5", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        Dictionary<string, JsonElement> figures = Figures(File.ReadAllText(_folder["out.json"]));
        (Value(figures["router at 50.0 % strong calls, folds learned from the other file"]), Value(figures["strong_calls at 50.0 % strong calls, folds learned from the other file"])).ShouldBe((1, 0.5));
        figures["gain at 50.0 % strong calls, folds learned from the other file"].GetProperty("referenceName").GetString().ShouldBe("random choice");
    }

    [Fact]
    public async Task FilesOfAFolder_AreScoredOneByOne()
    {
        _folder.Write("data/one.jsonl", Lines(60));
        _folder.Write("data/two.jsonl", Lines(30).Replace("\"coder\"", "\"tiny\"", StringComparison.Ordinal));

        CliResult result = (await RunAsync("eval", "routing", "--data", "data", "--folds", "3", "--seeds", "1", "--json")).ShouldExitWith(0);

        JsonElement.Parse(result.Output).EnumerateArray().Select(static figure => figure.GetProperty("suite").GetString()).Distinct().ShouldBe(["routing/one", "routing/two"]);
    }

    [Theory]
    [InlineData("--data missing.jsonl", "missing.jsonl")]
    [InlineData("--data bad.jsonl", "bad.jsonl(2)")]
    [InlineData("--data models.jsonl", "models.jsonl(2)")]
    [InlineData("--data scores.jsonl", "0 to 1")]
    [InlineData("--data empty.jsonl", "no question")]
    [InlineData("--data folder", "no file that ends with .jsonl")]
    [InlineData("--data three.jsonl --strong-share 0.5", "two models")]
    [InlineData("--train three.jsonl --test good.jsonl", "other models")]
    [InlineData("--data good.jsonl --test good.jsonl", "--data PATH, or")]
    [InlineData("--train good.jsonl", "--data PATH, or")]
    [InlineData("--data good.jsonl --folds 1", "--folds")]
    [InlineData("--data good.jsonl --seeds 0", "--seeds")]
    [InlineData("--data good.jsonl --strong-share 2", "--strong-share")]
    public async Task BadInput_IsNamed(string arguments, string expected)
    {
        const string Good = """{"query":"q","scores":{"a":1,"b":0}}""";
        _folder.Write("good.jsonl", Good);
        _folder.Write("bad.jsonl", Good + "\nnonsense");
        _folder.Write("models.jsonl", Good + "\n" + """{"query":"q","scores":{"a":1,"c":0}}""");
        _folder.Write("scores.jsonl", """{"query":"q","scores":{"a":1,"b":2}}""");
        _folder.Write("three.jsonl", """{"query":"q","scores":{"a":1,"b":0,"c":0}}""");
        _folder.Write("empty.jsonl", "");
        _folder.Write("folder/readme.txt", "");

        CliResult result = await RunAsync(["eval", "routing", .. arguments.Split(' ')]);

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(static number => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["query"] = number % 2 == 0 ? $"Write a function that sorts {number} items of a list." : string.Create(CultureInfo.InvariantCulture, $"Who was king in the year {1500 + number}?"),
        ["task"] = $"task {number % 6}",
        ["scores"] = new Dictionary<string, int> { ["coder"] = 1 - (number % 2), ["writer"] = number % 2 },
    })));

    private static Dictionary<string, JsonElement> Figures(string json) => JsonElement.Parse(json).EnumerateArray().ToDictionary(static figure => figure.GetProperty("metric").GetString()!);

    private static double Value(JsonElement figure) => figure.GetProperty("value").GetDouble();

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
