using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalComplexityCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FailuresThatFollowTheCounts_AreTold()
    {
        _folder.Write("data.jsonl", Lines(300, "cheap", static row => IsHard(row) ? 0.2 : 0.9));

        CliResult result = await RunAsync("--data", "data.jsonl", "--folds", "3", "--seeds", "2", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement[] figures = [.. JsonElement.Parse(result.Output).EnumerateArray()];
        figures.ShouldAllBe(figure => figure.GetProperty("suite").GetString() == "complexity, cheap" && figure.GetProperty("n").GetInt32() == 300);
        Value(figures, "AUROC, built-in").ShouldBe(1);
        Value(figures, "AUROC, fitted, folds by task").ShouldBe(1);
        Value(figures, "AUROC, fitted on 50, folds by task").ShouldBe(1);
        Value(figures, "Brier, fitted, folds at random").ShouldBeLessThan(0.5 * Reference(figures, "Brier, fitted, folds at random"));
        Reference(figures, "Brier, fitted, folds at random").ShouldBe(0.25, 0.01);
        Value(figures, "ECE, calibrated, folds at random").ShouldBeLessThan(0.5 * Reference(figures, "ECE, calibrated, folds at random"));
        (Value(figures, "above 0.7, calibrated, folds at random"), Value(figures, "failures above 0.7, calibrated, folds at random"), Value(figures, "failures of the rest, calibrated, folds at random"))
            .ShouldBe((0.5, 1, 0));
        Value(figures, "score at half strong calls, built-in, folds at random").ShouldBe(0.95, 1e-9);
        Reference(figures, "score at half strong calls, built-in, folds at random").ShouldBe(0.775, 1e-9);
    }

    [Fact]
    public async Task FailuresThatFollowNothing_AreNotTold()
    {
        var random = new Random(5);
        double[] scores = [.. Enumerable.Range(0, 300).Select(_ => random.Next(2) * 0.9)];
        _folder.Write("data.jsonl", Lines(300, "cheap", row => scores[row]));

        CliResult result = await RunAsync("--data", "data.jsonl", "--folds", "3", "--seeds", "1", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement[] figures = [.. JsonElement.Parse(result.Output).EnumerateArray()];
        Value(figures, "AUROC, fitted, folds at random").ShouldBeInRange(0.4, 0.6);
        Value(figures, "Brier, fitted, folds at random").ShouldBeGreaterThan(0.24);
        Value(figures, "above 0.7, calibrated, folds at random").ShouldBe(0);
    }

    [Fact]
    public async Task Weights_AreLearnedFromTheOtherFile()
    {
        _folder.Write("one.jsonl", Lines(100, "cheap", static row => IsHard(row) ? 0.2 : 0.9));
        _folder.Write("two.jsonl", Lines(100, "small", static row => IsHard(row) ? 0.9 : 0.2));

        CliResult result = await RunAsync("--data", "one.jsonl", "--data", "two.jsonl", "--cheap", "cheap", "--cheap", "small", "--folds", "2", "--seeds", "1", "--tune");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("AUROC, from other files");
        string[] weights = [.. result.Output.Split('\n').First(static line => line.StartsWith("numbers ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        double[] values = [.. weights[1..].Select(static weight => double.Parse(weight, CultureInfo.InvariantCulture))];
        values[0].ShouldBeGreaterThan(0.3);
        values[1].ShouldBe(0);
        values[2].ShouldBe(values[0] / 2, 0.011);
        values[3].ShouldBe(0.23);
    }

    [Fact]
    public async Task Weights_OfOneFileStartBeforeAnyData()
    {
        _folder.Write("one.jsonl", Lines(60, "cheap", static row => IsHard(row) ? 0.2 : 0.9));

        CliResult result = await RunAsync("--data", "one.jsonl", "--folds", "2", "--seeds", "1", "--tune");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("AUROC, before any data");
    }

    [Theory]
    [InlineData("--data missing.jsonl", "missing.jsonl")]
    [InlineData("--data folder", "no file that ends with .jsonl")]
    [InlineData("--data three.jsonl", "--cheap")]
    [InlineData("--data three.jsonl --cheap unknown", "a, b, c")]
    [InlineData("--data never.jsonl --cheap a", "never")]
    [InlineData("--data few.jsonl", "2 questions")]
    [InlineData("--folds 3", "--data")]
    [InlineData("--data few.jsonl --folds 1", "--folds")]
    public async Task BadInput_IsNamed(string arguments, string expected)
    {
        _folder.Write("folder/readme.txt", "");
        _folder.Write("three.jsonl", """{"query":"q","scores":{"a":1,"b":0,"c":0}}""");
        _folder.Write("never.jsonl", """{"query":"q","scores":{"a":1,"b":0}}""");
        _folder.Write("few.jsonl", """{"query":"q","scores":{"a":1,"b":0}}""" + "\n" + """{"query":"q","scores":{"a":1,"b":1}}""");

        CliResult result = await RunAsync(arguments.Split(' '));

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static bool IsHard(int row) => row % 2 == 0;

    private static string Lines(int count, string cheap, Func<int, double> score) => string.Join('\n', Enumerable.Range(0, count).Select(row => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["query"] = IsHard(row) ? $"Add {row} and 7 and 12 and 31 and 5." : "Who painted the ceiling, and for whom?",
        ["task"] = $"task {row % 7}",
        ["scores"] = new Dictionary<string, double> { [cheap] = score(row), ["strong"] = 1 },
    })));

    private static double Value(JsonElement[] figures, string metric) => Named(figures, metric).GetProperty("value").GetDouble();

    private static double Reference(JsonElement[] figures, string metric) => Named(figures, metric).GetProperty("reference").GetDouble();

    private static JsonElement Named(JsonElement[] figures, string metric) => figures.First(figure => figure.GetProperty("metric").GetString() == metric);

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, ["eval", "complexity", .. arguments]);
}
