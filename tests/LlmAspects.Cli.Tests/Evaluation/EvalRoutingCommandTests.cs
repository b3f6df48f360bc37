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
        result.Output.ShouldContain("Best single model: ");
        result.Output.ShouldContain("by task");
        JsonElement score = JsonElement.Parse(File.ReadAllText(_folder["out.json"]))[0];
        (score.GetProperty("questions").GetInt32(), score.GetProperty("folds").GetString()).ShouldBe((60, "at random"));
        (score.GetProperty("bestSingle").GetDouble(), score.GetProperty("random").GetDouble(), score.GetProperty("oracle").GetDouble()).ShouldBe((0.5, 0.5, 1));
        score.GetProperty("router").GetDouble().ShouldBeGreaterThan(0.9);
        score.GetProperty("gain").GetProperty("lower").GetDouble().ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public async Task FrozenRouter_IsScoredOnTheOtherFile()
    {
        _folder.Write("train.jsonl", Lines(60));
        _folder.Write("test.jsonl", Lines(10));

        CliResult result = await RunAsync("eval", "routing", "--train", "train.jsonl", "--test", "test.jsonl", "--strong-share", "0.5", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement score = JsonElement.Parse(File.ReadAllText(_folder["out.json"]))[0];
        (score.GetProperty("questions").GetInt32(), score.GetProperty("router").GetDouble(), score.GetProperty("strongCalls").GetDouble()).ShouldBe((10, 1, 0.5));
        score.GetProperty("reference").GetString().ShouldBe("random choice");
    }

    [Theory]
    [InlineData("--data missing.jsonl", "missing.jsonl")]
    [InlineData("--data bad.jsonl", "bad.jsonl(2)")]
    [InlineData("--data models.jsonl", "models.jsonl(2)")]
    [InlineData("--data scores.jsonl", "0 to 1")]
    [InlineData("--data empty.jsonl", "no question")]
    [InlineData("--data three.jsonl --strong-share 0.5", "two models")]
    [InlineData("--train three.jsonl --test good.jsonl", "other models")]
    [InlineData("--data good.jsonl --test good.jsonl", "--data FILE, or")]
    [InlineData("--train good.jsonl", "--data FILE, or")]
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

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
