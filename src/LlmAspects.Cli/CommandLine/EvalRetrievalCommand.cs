using System.CommandLine;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval retrieval</c>.</summary>
internal sealed class EvalRetrievalCommand : Command
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "The folder of a test collection in the form of BEIR: corpus.jsonl, queries.jsonl, qrels.tsv.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<RetrievalStrategy> _strategy = StrategyOption.Create(
        "What documents are ranked by: words (compared with words without pairs), vectors of feature hashing, or both (compared with words).");

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Also scores each query with the weight of pairs that is best for the other queries (10 folds, three times).",
    };

    private readonly FigureOptions _figures = new();

    public EvalRetrievalCommand(Func<RetrievalOptions, CancellationToken, Task<int>> run)
        : base("retrieval", "Scores the retriever on a judged collection: nDCG@10, recall and mean average precision, as trec_eval computes them.")
    {
        Options.Add(_data);
        Options.Add(_strategy);
        Options.Add(_tune);
        Options.Add(_figures.Json);
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private RetrievalOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Strategy = parsed.GetValue(_strategy),
        Tune = parsed.GetValue(_tune),
        Output = _figures.Read(parsed),
    };
}
