using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalEnsembleCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Two members of three are right, by turns: a vote is always right, the best member two times of three.
    [Fact]
    public async Task MembersThatErrByTurns_AreBetterTogether()
    {
        _folder.Write("data.jsonl", string.Join('\n', Enumerable.Range(0, 120).Select(static number => Line(
            "18", number % 3 == 0 ? "17" : "18.0", number % 3 == 1 ? "no idea" : "$18", number % 3 == 2 ? "1" : "18", "-1"))));

        CliResult result = await RunAsync("eval", "ensemble", "--data", "data.jsonl", "--folds", "4", "--seeds", "2", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("without the best");
        Dictionary<string, JsonElement> figures = JsonElement.Parse(File.ReadAllText(_folder["out.json"])).EnumerateArray()
            .Where(static figure => figure.GetProperty("suite").GetString() == "ensemble/all")
            .ToDictionary(static figure => figure.GetProperty("metric").GetString()!);
        Value(figures["majority"]).ShouldBe(1);
        Value(figures["ours"]).ShouldBe(1);
        Value(figures["oracle"]).ShouldBe(1);
        Value(figures["best_member"]).ShouldBeInRange(0.6, 0.7);
        Value(figures["ece"]).ShouldBeLessThan(0.05);
        figures["gain"].GetProperty("referenceName").GetString().ShouldBe("best member");
        figures["gain"].GetProperty("n").GetInt32().ShouldBe(120);
        figures["gain"].GetProperty("ci95")[0].GetDouble().ShouldBeGreaterThan(0.2);
    }

    // Three members copy each other and are wrong half of the time: the guard keeps the panel from following them.
    [Fact]
    public async Task PanelWithNothingToAdd_IsAsGoodAsItsBestMember()
    {
        _folder.Write("data.jsonl", string.Join('\n', Enumerable.Range(0, 120).Select(static number =>
        {
            string copy = number % 2 == 0 ? "5" : "4";
            return Line("5", number % 10 == 0 ? "3" : "5", copy, copy, copy);
        })));

        CliResult result = await RunAsync("eval", "ensemble", "--data", "data.jsonl", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement[] figures = [.. JsonElement.Parse(result.Output).EnumerateArray()];
        double Of(string metric) => Value(figures.First(figure => figure.GetProperty("metric").GetString() == metric));
        Of("ours").ShouldBeGreaterThanOrEqualTo(Of("best_member"));
        Of("majority").ShouldBe(0.5);
    }

    [Theory]
    [InlineData("--data missing.jsonl", "missing.jsonl")]
    [InlineData("--data bad.jsonl", "bad.jsonl(2)")]
    [InlineData("--data other.jsonl", "other.jsonl(2)")]
    [InlineData("--data routing.jsonl", "\"gold\"")]
    [InlineData("--data two.jsonl", "fewer than three models")]
    [InlineData("--data empty.jsonl", "no question")]
    [InlineData("--data good.jsonl", "fewer than the 10 folds")]
    [InlineData("--data good.jsonl --folds 1", "--folds")]
    [InlineData("--data good.jsonl --seeds 0", "--seeds")]
    [InlineData("--folds 2", "--data")]
    public async Task BadInput_IsNamed(string arguments, string expected)
    {
        string good = Line("1", "1", "2", "3");
        _folder.Write("good.jsonl", good);
        _folder.Write("bad.jsonl", good + "\nnonsense");
        _folder.Write("other.jsonl", good + "\n" + """{"gold":"1","answers":{"x":"1","y":"1","z":"1"}}""");
        _folder.Write("routing.jsonl", """{"query":"q","scores":{"a":1,"b":0,"c":0}}""");
        _folder.Write("two.jsonl", Line("1", "1", "2"));
        _folder.Write("empty.jsonl", "");

        CliResult result = await RunAsync(["eval", "ensemble", .. arguments.Split(' ')]);

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static double Value(JsonElement figure) => figure.GetProperty("value").GetDouble();

    private static string Line(string gold, params string[] answers) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["gold"] = gold,
        ["answers"] = answers.Index().ToDictionary(static pair => string.Create(CultureInfo.InvariantCulture, $"model{pair.Index}"), static pair => pair.Item),
    });

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
