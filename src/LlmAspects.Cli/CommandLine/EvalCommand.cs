using System.CommandLine;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Evaluation.Routing;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval</c>, with one command a component.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(EvalHandlers handlers)
        : base("eval", "Scores components on labelled data.")
    {
        Subcommands.Add(new RoutingCommand(handlers.Routing));
        Subcommands.Add(new EvalRetrievalCommand(handlers.Retrieval));
        Subcommands.Add(new EvalCacheCommand(handlers.Cache));
        Subcommands.Add(new EvalChunkingCommand(handlers.Chunking));
        Subcommands.Add(new EvalEnsembleCommand(handlers.Ensemble));
        Subcommands.Add(new EvalComplexityCommand(handlers.Complexity));
        Subcommands.Add(new EvalSuiteCommand(
            "quality", "Compares the groundedness of claims with what people judged.", "{\"context\": text, \"claim\": text, \"supported\": true or false}", learns: false, handlers.Suite));
        Subcommands.Add(new EvalSuiteCommand(
            "safety", "Cross-validates the safety model on texts that people judged.", "{\"text\": text, \"unsafe\": true or false, \"category\": optional}", learns: true, handlers.Suite));
        Subcommands.Add(new EvalSuiteCommand(
            "tasks", "Compares the task that is detected in a text with its label.", "{\"text\": text, \"task\": label in snake_case}", learns: false, handlers.Suite));
    }

    private sealed class RoutingCommand : Command
    {
        private readonly Option<string?> _data = new("--data")
        {
            Description = "Cross-validates on this file of JSON lines, or on each file of a folder: {\"query\": text, \"scores\": {model: 0 to 1}, \"task\": optional}.",
            HelpName = "PATH",
        };

        private readonly Option<string?> _train = new("--train")
        {
            Description = "Learns from this file; with --test.",
            HelpName = "FILE",
        };

        private readonly Option<string?> _test = new("--test")
        {
            Description = "Scores the router that learned from --train on this file.",
            HelpName = "FILE",
        };

        private readonly FoldOptions _folds = new();

        private readonly Option<double?> _strongShare = new("--strong-share")
        {
            Description = "With two models, the part of the questions that the better one gets, from 0 to 1. [default: the router is free, and 0.5 beside it]",
            HelpName = "SHARE",
        };

        private readonly FigureOptions _figures = new();

        public RoutingCommand(Func<RoutingOptions, CancellationToken, Task<int>> run)
            : base("routing", "Compares a router that learned from scored questions with the best single model, a random choice and an oracle.")
        {
            foreach (Option option in (Option[])[_data, _train, _test, .. _folds.All, _strongShare, _figures.Json])
            {
                Options.Add(option);
            }

            Validators.Add(RequireFiles);
            _strongShare.Require(static value => value is null or (>= 0 and <= 1), "--strong-share needs a number from 0 to 1.");
            SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        }

        private void RequireFiles(CommandResult result)
        {
            bool hasData = result.GetValue(_data) is not null;
            bool hasTrain = result.GetValue(_train) is not null;
            bool hasTest = result.GetValue(_test) is not null;
            if (hasData ? hasTrain || hasTest : !(hasTrain && hasTest))
            {
                result.AddError("Say what is scored: --data PATH, or --train FILE and --test FILE.");
            }
        }

        private RoutingOptions Read(ParseResult parsed) => new()
        {
            Data = parsed.GetValue(_data),
            Train = parsed.GetValue(_train),
            Test = parsed.GetValue(_test),
            Folds = parsed.GetValue(_folds.Folds),
            Seeds = parsed.GetValue(_folds.Seeds),
            StrongShare = parsed.GetValue(_strongShare),
            Output = _figures.Read(parsed),
        };
    }
}
