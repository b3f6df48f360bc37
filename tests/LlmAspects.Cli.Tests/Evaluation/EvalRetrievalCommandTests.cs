using System.Text.Json;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class EvalRetrievalCommandTests : IDisposable
{
    private const string Corpus = """
        {"_id":"1","title":"Wings","text":"lift of a wing"}
        {"_id":"2","text":"drag of a body"}
        {"_id":"3","title":"","text":""}
        """;

    private const string Queries = """
        {"_id":"q1","text":"What is the lift of wings?"}
        {"_id":"q2","text":"drag"}
        {"_id":"unjudged","text":"drag"}
        {"_id":"irrelevant","text":"drag"}
        """;

    private const string Judgements = "query-id\tcorpus-id\tscore\nq1\t1\t2\nq2\t1\t1\nq2\t3\t1\nirrelevant\t2\t0";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("qrels.tsv")]
    [InlineData("qrels/test.tsv")]
    public async Task Collection_IsScoredOverTheQueriesWithARelevantDocument(string judgements)
    {
        Write(Corpus, Queries, Judgements, judgements);

        CliResult result = await RunAsync("set", "--tune", "--json", "out.json");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("ndcg@10");
        JsonElement[] figures = [.. JsonElement.Parse(File.ReadAllText(_folder["out.json"])).EnumerateArray()];
        figures.Select(static figure => figure.GetProperty("metric").GetString()).ShouldBe(["ndcg@10", "recall@10", "recall@100", "map", "ndcg@10, pair weight chosen on other queries"]);

        // q1 finds its document first, q2 finds neither of its two.
        figures.ShouldAllBe(static figure => figure.GetProperty("value").GetDouble() == 0.5 && figure.GetProperty("reference").GetDouble() == 0.5 && figure.GetProperty("n").GetInt32() == 2);
        figures[0].GetProperty("suite").GetString().ShouldBe("retrieval/set");
        figures[0].GetProperty("ci95").EnumerateArray().Select(static end => end.GetDouble()).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("words", 1, 1)]
    [InlineData("vectors", 4, 1)]
    [InlineData("hybrid", 2, 1)]
    public async Task Strategy_IsScoredBesideWords(string strategy, int rank, int rankByWords)
    {
        // By words the rare word decides, by vectors without rarity the repeated one.
        string corpus = string.Join('\n', ((string[])["alpha beta", "alpha gamma", "alpha delta", "zeta"]).Select(static (text, number) => $$"""{"_id":"{{number + 1}}","text":"{{text}}"}"""));
        Write(corpus, """{"_id":"q","text":"alpha alpha alpha zeta"}""", "head\tof\tit\nq\t4\t1", "qrels.tsv");

        CliResult result = await RunAsync("set/queries.jsonl", "--strategy", strategy, "--json");

        result.ExitCode.ShouldBe(0, result.Error);
        JsonElement ndcg = JsonElement.Parse(result.Output)[0];
        ndcg.GetProperty("suite").GetString().ShouldBe("retrieval/set");
        ndcg.GetProperty("value").GetDouble().ShouldBe(1 / Math.Log2(rank + 1), 1e-6);
        ndcg.GetProperty("reference").GetDouble().ShouldBe(1 / Math.Log2(rankByWords + 1), 1e-6);
    }

    [Fact]
    public async Task UnknownStrategy_IsRefused()
    {
        CliResult result = await RunAsync("set", "--strategy", "magic");

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain("words, vectors or hybrid");
    }

    [Fact]
    public async Task OtherForm_IsRefused()
    {
        _folder.Write("set/data.csv", "a,b");

        CliResult result = await RunAsync("set");

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain("BEIR");
    }

    [Theory]
    [InlineData("nonsense", Queries, Judgements, "corpus.jsonl(1)")]
    [InlineData(Corpus, """{"_id":"q1"}""", Judgements, "queries.jsonl(1)")]
    [InlineData(Corpus, Queries, "head\tof\tit\nq1\t1\t2\nq1\t2\tmuch", "qrels.tsv(3)")]
    [InlineData(Corpus, Queries, "head\tof\tit\nq1 1 2", "qrels.tsv(2)")]
    [InlineData(Corpus, Queries, "head\tof\tit\nq9\t1\t2", "No query")]
    public async Task BadInput_IsNamed(string corpus, string queries, string judgements, string expected)
    {
        Write(corpus, queries, judgements, "qrels.tsv");

        CliResult result = await RunAsync("set");

        result.ExitCode.ShouldBe(ExitCodes.Usage, result.Output);
        result.Error.ShouldContain(expected);
    }

    private void Write(string corpus, string queries, string judgements, string file)
    {
        _folder.Write("set/corpus.jsonl", corpus);
        _folder.Write("set/queries.jsonl", queries);
        _folder.Write($"set/{file}", judgements);
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Root, ["eval", "retrieval", "--data", .. arguments]);
}
