using System.CommandLine;
using LlmAspects.Cli.Evaluation.Caching;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval cache</c>.</summary>
internal sealed class EvalCacheCommand : Command
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Pairs of questions as JSON lines {\"a\": text, \"b\": text, \"duplicate\": true or false}, or a trace with a number a line; or a folder of such files. [default: generated traces]",
        HelpName = "PATH",
    };

    private readonly FoldOptions _folds = new("How often pairs are divided anew, and how often a trace is run, with other keys each time.");

    private readonly Option<int[]> _slots = new("--slots")
    {
        Description = "How many entries the caches of a trace have, at least 3; may be repeated. [default: 100, 250, 400, 500 and 1000, as far as the trace has more keys]",
        HelpName = "COUNT",
    };

    private readonly FigureOptions _figures = new();

    public EvalCacheCommand(Func<CacheEvalOptions, CancellationToken, Task<int>> run)
        : base("cache", "Scores the cache: similar questions beside the plain overlap of words, and hit ratios beside LRU, LFU and the optimum.")
    {
        foreach (Option option in (Option[])[_data, .. _folds.All, _slots, _figures.Json])
        {
            Options.Add(option);
        }

        _slots.Require(static values => values is null || values.All(static value => value >= 3), "--slots needs a number from 3.");
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private CacheEvalOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(_data),
        Folds = parsed.GetValue(_folds.Folds),
        Seeds = parsed.GetValue(_folds.Seeds),
        Slots = parsed.GetValue(_slots) ?? [],
        Output = _figures.Read(parsed),
    };
}
