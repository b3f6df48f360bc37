using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalChunkingCommandTests : IDisposable
{
    private const string Segments = """{"sentences":["bread dough","dough bread","bread oven dough","oven bread dough","ship captain","captain ship","ship wind captain","wind ship captain"],"boundaries":[4]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Segments_AreScoredBesideNoBoundaryAtAll()
    {
        _folder.Write("data.jsonl", Segments + "\n\n" + Segments);

        CliResult result = await RunAsync("eval", "chunking", "--data", "data.jsonl", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement figures = JsonElement.Parse(result.Output);
        figures.GetArrayLength().ShouldBe(2);
        figures[0].EnumerateObject().Select(field => field.Name).ShouldBe(["suite", "metric", "value", "ci95", "reference", "referenceName", "n"]);
        (figures[0].GetProperty("suite").GetString(), figures[0].GetProperty("metric").GetString(), figures[1].GetProperty("metric").GetString()).ShouldBe(("chunking-segments", "pk", "windowdiff"));
        (figures[0].GetProperty("value").GetDouble(), figures[0].GetProperty("n").GetInt32()).ShouldBe((0, 2));
        figures[0].GetProperty("reference").GetDouble().ShouldBe(1 / 3.0, 1e-9);
    }

    [Fact]
    public async Task StatedLimits_HoldAndTheFileGetsTheFigures()
    {
        _folder.Write("data.jsonl", Segments);

        CliResult result = await RunAsync("eval", "chunking", "--data", "data.jsonl", "--min-sentences", "5", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("windowdiff");
        JsonElement figure = JsonElement.Parse(File.ReadAllText(_folder["out.json"]))[0];
        figure.GetProperty("value").GetDouble().ShouldBe(figure.GetProperty("reference").GetDouble());
    }

    [Fact]
    public async Task Tuning_TellsTheErrorOnWhatItDidNotSee()
    {
        _folder.Write("data.jsonl", string.Join('\n', Enumerable.Repeat(Segments, 4)));

        CliResult result = await RunAsync("eval", "chunking", "--data", "data.jsonl", "--tune", "--folds", "2", "--seeds", "1");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("Best on all documents: concentration ");
        result.Output.ShouldContain("pk (cross-validated)");
    }

    [Fact]
    public async Task Sentences_AreComparedAsAWholeAndByGroup()
    {
        _folder.Write("data.jsonl", """
            {"text":"One. Two.","sentences":["One.","Two."],"group":"short"}
            {"text":"One thing.\nTwo.","sentences":["One  thing.","Two."],"group":"spaced","verbatim":false}
            {"text":"One and two.","sentences":["One","and two."],"group":"short"}
            """);

        CliResult result = await RunAsync("eval", "chunking", "--data", "data.jsonl", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement.Parse(result.Output).EnumerateArray().Select(figure => (figure.GetProperty("metric").GetString(), figure.GetProperty("value").GetDouble(), figure.GetProperty("n").GetInt32()))
            .ShouldBe([("exact-match", 2 / 3.0, 3), ("exact-match short", 0.5, 2), ("exact-match spaced", 1, 1)]);
    }

    [Fact]
    public async Task Questions_AreScoredByWhatRetrievalFinds()
    {
        _folder.Write("data/corpora/zoo.md", "# Zoo\n\nLions sleep.\n\n# Food\n\nBread is baked.\n");
        _folder.Write("data/questions.jsonl", """{"id":"1","corpus":"zoo","question":"Who sleeps?","references":[{"text":"Lions sleep.","start":7,"end":19}]}""");

        CliResult result = await RunAsync("eval", "chunking", "--data", "data", "--chunkers", "recursive:100", "character:16", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        Dictionary<string, JsonElement> figures = JsonElement.Parse(result.Output).EnumerateArray().ToDictionary(figure => figure.GetProperty("metric").GetString()!);
        // The piece is the section: 21 code units, 12 of them wanted. Of the sixteen code units from 0 on, 9 are wanted.
        figures["recall@5 recursive-100"].GetProperty("value").GetDouble().ShouldBe(1);
        figures["iou@5 recursive-100"].GetProperty("value").GetDouble().ShouldBe(12 / 21.0, 1e-9);
        figures["recall@5 character-16"].GetProperty("reference").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task GroupsOfQuestions_AreScoredOnTheirOwnToo()
    {
        WriteZoo();

        CliResult result = await RunAsync("eval", "chunking", "--data", "data", "--chunkers", "recursive:20", "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        FiguresOf(result).Where(figure => figure.Key.StartsWith("recall", StringComparison.Ordinal)).Select(figure => (figure.Key, figure.Value))
            .ShouldBe([("recall@5 recursive-20", 0.5), ("recall@5 recursive-20 easy", 1), ("recall@5 recursive-20 hard", 0)]);
    }

    [Fact]
    public async Task NeighborWeight_FindsAPieceByTheOneBeside()
    {
        WriteZoo();

        CliResult result = await RunAsync("eval", "chunking", "--data", "data", "--chunkers", "recursive:20", "--json", "--neighbor-weight", "0.5");

        // The answer has no word of the question.
        FiguresOf(result)["recall@5 recursive-20 hard"].ShouldBe(1);
    }

    [Theory]
    [InlineData("0", 5 / 7.0)]
    [InlineData("100", 1)]
    public async Task PassageLength_JoinsMoreThanFivePieces(string length, double recall)
    {
        string text = string.Concat(Enumerable.Repeat("Lions sleep.\n\n", 7));
        _folder.Write("data/corpora/zoo.md", text);
        _folder.Write("data/questions.jsonl", $$"""{"corpus":"zoo","question":"lions","references":[{"text":{{JsonSerializer.Serialize(text)}}}]}""");

        CliResult result = await RunAsync("eval", "chunking", "--data", "data", "--chunkers", "recursive:16", "--json", "--passage-length", length);

        FiguresOf(result)["recall@5 recursive-16"].ShouldBe(recall, 1e-9);
    }

    [Theory]
    [InlineData("--data missing.jsonl", "missing.jsonl")]
    [InlineData("--data other.jsonl", "no format that is known")]
    [InlineData("--data empty.jsonl", "no format that is known")]
    [InlineData("--data bad.jsonl", "bad.jsonl(2)")]
    [InlineData("--data order.jsonl", "order.jsonl(1)")]
    [InlineData("--data question.jsonl", "--corpora")]
    [InlineData("--data question.jsonl --corpora . --chunkers fast:400", "'fast:400' is no chunker")]
    [InlineData("--data question.jsonl --corpora . --chunkers recursive:4", "'recursive:4' is no chunker")]
    [InlineData("--data question.jsonl --corpora .", "not in a")]
    [InlineData("--data outside.jsonl --corpora .", "not the name of a file")]
    [InlineData("--data good.jsonl --min-sentences 0", "--min-sentences")]
    [InlineData("--data good.jsonl --neighbor-weight 2", "--neighbor-weight")]
    [InlineData("--data good.jsonl --passage-length -1", "--passage-length")]
    [InlineData("--data good.jsonl --min-sentences 3 --max-sentences 2", "--max-sentences")]
    public async Task BadInput_IsNamed(string arguments, string expected)
    {
        _folder.Write("good.jsonl", Segments);
        _folder.Write("bad.jsonl", Segments + "\nnonsense");
        _folder.Write("order.jsonl", """{"sentences":["a","b"],"boundaries":[2]}""");
        _folder.Write("other.jsonl", """{"query":"q"}""");
        _folder.Write("empty.jsonl", "");
        _folder.Write("a.md", "text");
        _folder.Write("question.jsonl", """{"corpus":"a","question":"q","references":[{"text":"missing"}]}""");
        _folder.Write("outside.jsonl", """{"corpus":"../a","question":"q","references":[]}""");

        CliResult result = await RunAsync(["eval", "chunking", .. arguments.Split(' ')]);

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private static Dictionary<string, double> FiguresOf(CliResult result) =>
        JsonElement.Parse(result.Output).EnumerateArray().ToDictionary(figure => figure.GetProperty("metric").GetString()!, figure => figure.GetProperty("value").GetDouble());

    private void WriteZoo()
    {
        _folder.Write("data/corpora/zoo.md", "# Zoo\n\nLions sleep.\n\nBread is baked.\n");
        _folder.Write("data/questions.jsonl", """
            {"group":"easy","corpus":"zoo","question":"Who sleeps?","references":[{"text":"Lions sleep."}]}
            {"group":"hard","corpus":"zoo","question":"What do lions eat?","references":[{"text":"Bread is baked."}]}
            """);
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, arguments);
}
