using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalCacheCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pairs_GiveRecallAndPrecisionBesideTheOverlapOfWords()
    {
        _folder.Write("pairs.jsonl", string.Join('\n', Enumerable.Range(0, 40).Select(Pair)));

        JsonElement[] figures = await FiguresAsync("--data", "pairs.jsonl", "--folds", "4", "--seeds", "2");

        figures.Length.ShouldBe(4);
        figures.ShouldAllBe(figure => figure.GetProperty("suite").GetString() == "cache-semantic" && figure.GetProperty("value").GetDouble() == 1);
        figures[0].GetProperty("metric").GetString()!.ShouldStartWith("recall");
        (figures[0].GetProperty("n").GetInt32(), figures[0].GetProperty("reference").GetDouble()).ShouldBe((20, 0));
        figures[1].GetProperty("ci95").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Trace_GivesHitRatiosBesideThoseOfOtherPolicies()
    {
        // A loop one key too long for the cache: what was used longest ago is always what comes next.
        _folder.Write("loop.txt", string.Join('\n', Enumerable.Range(0, 1_000).Select(static time => time % 11)));

        JsonElement[] figures = await FiguresAsync("--data", "loop.txt", "--slots", "10");

        figures.Select(static figure => figure.GetProperty("metric").GetString()).ShouldBe(["hit ratio, 10 slots, beside lru", "hit ratio, 10 slots, beside lfu", "hit ratio, 10 slots, beside optimum"]);
        figures[0].GetProperty("reference").GetDouble().ShouldBe(0);
        figures[2].GetProperty("reference").GetDouble().ShouldBe(899 / 1000.0, 0.005);
        figures[0].GetProperty("value").GetDouble().ShouldBeInRange(0.5, figures[2].GetProperty("reference").GetDouble());
        (figures[0].GetProperty("ci95").GetArrayLength(), figures[0].GetProperty("n").GetInt32()).ShouldBe((2, 1_000));
    }

    [Fact]
    public async Task WithoutAFile_ZipfsLawAndItsShiftsAreMetByTheCache()
    {
        // One run of each trace: its ratio depends on which keys collide (a standard deviation of 0.008), so the floor is far below the mean of 0.575, and above LRU.
        JsonElement[] figures = await FiguresAsync("--seeds", "1");

        figures[0].GetProperty("suite").GetString().ShouldBe("cache-traces/zipf 0.99");
        figures[0].GetProperty("value").GetDouble().ShouldBeGreaterThanOrEqualTo(0.54);
        figures[0].GetProperty("ci95").ValueKind.ShouldBe(JsonValueKind.Null);
        figures.Length.ShouldBe(13);
        figures.Where(static figure => figure.GetProperty("metric").GetString()!.EndsWith("lru", StringComparison.Ordinal))
            .ShouldAllBe(figure => figure.GetProperty("value").GetDouble() >= figure.GetProperty("reference").GetDouble());
    }

    [Fact]
    public async Task FilesOfAFolder_AreReadByTheirFieldsAlsoWhenTheyAreCompressed()
    {
        string loop = string.Join('\n', Enumerable.Range(0, 1_000).Select(static time => time % 11));
        _folder.Write("data/pairs.jsonl", string.Join('\n', Enumerable.Range(0, 40).Select(Pair)));
        _folder.Write("data/loop.txt", loop);
        _folder.Write("data/README.md", "Not data.");
        using (var file = new GZipStream(File.Create(_folder["data/packed.txt.gz"]), CompressionLevel.Fastest))
        {
            file.Write(Encoding.UTF8.GetBytes(loop));
        }

        JsonElement[] figures = await FiguresAsync("--data", "data", "--folds", "4", "--seeds", "1", "--slots", "10");

        figures.Select(static figure => figure.GetProperty("suite").GetString()).Distinct().ShouldBe(["cache-semantic", "cache-traces/loop", "cache-traces/packed"]);
        figures[4].GetProperty("value").GetDouble().ShouldBe(figures[7].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task WithoutJson_FiguresStandInColumns()
    {
        _folder.Write("pairs.jsonl", string.Join('\n', Enumerable.Range(0, 40).Select(Pair)));
        CliResult result = await RunAsync("--data", "pairs.jsonl");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("95 % interval");
    }

    [Theory]
    [InlineData("--data missing.txt", "missing.txt")]
    [InlineData("--data words.txt", "words.txt(2)")]
    [InlineData("--data fields.jsonl", "duplicate")]
    [InlineData("--data empty.txt", "no data")]
    [InlineData("--data folder", "no file that ends with .jsonl or .txt")]
    [InlineData("--data both.txt", "two kinds")]
    [InlineData("--data small.txt", "--slots")]
    [InlineData("--data small.txt --slots 2", "--slots")]
    [InlineData("--data small.txt --folds 1", "--folds")]
    [InlineData("--data small.txt --seeds 0", "--seeds")]
    public async Task BadInput_IsNamed(string arguments, string expected)
    {
        _folder.Write("folder/README.md", "");
        _folder.Write("words.txt", "1\nword");
        _folder.Write("fields.jsonl", """{"query":"q"}""");
        _folder.Write("empty.txt", "");
        _folder.Write("both.txt", "1\n" + Pair(0));
        _folder.Write("small.txt", "1\n2\n1");

        CliResult result = await RunAsync(arguments.Split(' '));

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static string Pair(int number) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["a"] = $"How do I wash a coat of wool{number}?",
        ["b"] = number % 2 == 0 ? $"What is the best way to wash coats of wool{number}?" : $"Why do I wash a coat of wool{number}?",
        ["duplicate"] = number % 2 == 0,
    });

    private async Task<JsonElement[]> FiguresAsync(params string[] arguments)
    {
        CliResult result = await RunAsync([.. arguments, "--json"]);
        result.ExitCode.ShouldBe(0, result.Error);
        return [.. JsonElement.Parse(result.Output).EnumerateArray()];
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, ["eval", "cache", .. arguments]);
}
