using System.CommandLine;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Evaluation.Chunking;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval chunking</c>.</summary>
internal sealed class EvalChunkingCommand : Command
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Labelled data; its format is recognised by its fields.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Option<string?> _corpora = new("--corpora")
    {
        Description = "The folder of the documents that questions are about. [default: corpora, beside the questions]",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _chunkers = new("--chunkers")
    {
        Description = "What is compared on questions, each as STRATEGY:CAP; the first is the reference.",
        HelpName = "STRATEGY:CAP",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["recursive:800", "recursive:1600", "balanced:650"],
    };

    private readonly Option<double> _neighborWeight = new("--neighbor-weight")
    {
        Description = "What the retriever counts a word in a neighboring piece, from 0 to 1. [default: 0]",
        HelpName = "WEIGHT",
    };

    private readonly Option<int> _passageLength = new("--passage-length")
    {
        Description = "Up to which length the retriever joins pieces that touch, to 1,000,000. [default: 0, not at all]",
        HelpName = "LENGTH",
    };

    private readonly Option<int?> _minSentences = new("--min-sentences")
    {
        Description = "The fewest sentences that a segment has.",
        HelpName = "COUNT",
    };

    private readonly Option<int?> _maxSentences = new("--max-sentences")
    {
        Description = "The most sentences that a segment has.",
        HelpName = "COUNT",
    };

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Chooses the options of the strategy on the data too, and tells the cross-validated error.",
    };

    private readonly FoldOptions _folds = new();

    private readonly FigureOptions _figures = new();

    public EvalChunkingCommand(Func<ChunkingEvalOptions, CancellationToken, Task<int>> run)
        : base("chunking", "Scores chunking: how far boundaries between subjects are from the true ones, or what retrieval finds with the pieces.")
    {
        foreach (Option option in (Option[])[_data, _corpora, _chunkers, _neighborWeight, _passageLength, _minSentences, _maxSentences, _tune, .. _folds.All, _figures.Json])
        {
            Options.Add(option);
        }

        _neighborWeight.Require(static value => value is >= 0 and <= 1, "--neighbor-weight needs a number from 0 to 1.");
        _passageLength.Require(static value => value is >= 0 and <= 1_000_000, "--passage-length needs a number from 0 to 1,000,000.");
        _minSentences.Require(static value => value is null or (>= 1 and <= 1_000), "--min-sentences needs a number from 1 to 1,000.");
        _maxSentences.Require(static value => value is null or (>= 1 and <= 1_000), "--max-sentences needs a number from 1 to 1,000.");
        Validators.Add(RequireOrder);
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private void RequireOrder(CommandResult result)
    {
        if (result.GetValue(_minSentences) > result.GetValue(_maxSentences))
        {
            result.AddError("--min-sentences must not be more than --max-sentences.");
        }
    }

    private ChunkingEvalOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Corpora = parsed.GetValue(_corpora),
        Chunkers = parsed.GetValue(_chunkers) ?? [],
        NeighborWeight = parsed.GetValue(_neighborWeight),
        PassageLength = parsed.GetValue(_passageLength),
        MinSentences = parsed.GetValue(_minSentences),
        MaxSentences = parsed.GetValue(_maxSentences),
        Tune = parsed.GetValue(_tune),
        Folds = parsed.GetValue(_folds.Folds),
        Seeds = parsed.GetValue(_folds.Seeds),
        Output = _figures.Read(parsed),
    };
}
